package org.poshremote.editor.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Help;
import org.poshremote.editor.server.LanguageClients;
import org.poshremote.editor.server.ScriptServer;
import org.poshremote.editor.server.ServerChoice;

/** Which server is behind the editor, and the way to the other pages about it. */
public final class EditorPage extends PreferencePage implements IWorkbenchPreferencePage {
    private Button embedded;
    private Button services;
    private Text folder;
    private Text powershell;
    private Button browseFolder;
    private Button browseProgram;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(EditorPlugin.get().getPreferenceStore());
        setDescription(Messages.EditorPage_description);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 10).applyTo(page);
        server(page);
        link(page, Messages.EditorPage_rules, "org.poshremote.editor.rulesPreferences");
        link(page, Messages.EditorPage_formatting, "org.poshremote.editor.formatPreferences");
        link(page, Messages.EditorPage_templates, "org.poshremote.editor.templatePreferences");
        link(page, Messages.EditorPage_colors, "org.eclipse.ui.preferencePages.ColorsAndFonts");
        link(page, Messages.EditorPage_text, "org.eclipse.ui.preferencePages.GeneralTextEditor");
        show(getPreferenceStore().getString(ServerChoice.PREFERENCE), getPreferenceStore().getString(ServerChoice.FOLDER), getPreferenceStore().getString(ServerChoice.POWERSHELL));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, Help.PREFERENCES);
        return page;
    }

    private void server(Composite page) {
        Group group = new Group(page, SWT.NONE);
        group.setText(Messages.EditorPage_server);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        embedded = choice(group, Messages.EditorPage_embedded);
        services = choice(group, Messages.EditorPage_services);
        folder = field(group, Messages.EditorPage_folder);
        browseFolder = browse(group, () -> new DirectoryDialog(getShell()).open(), folder);
        powershell = field(group, Messages.EditorPage_powershell);
        browseProgram = browse(group, () -> new FileDialog(getShell(), SWT.OPEN).open(), powershell);
        Label about = new Label(group, SWT.WRAP);
        about.setText(LanguageClients.own() ? Messages.EditorPage_about : Messages.EditorPage_lsp4e);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(420, SWT.DEFAULT).indent(0, 6).applyTo(about);
    }

    private Button choice(Composite group, String text) {
        Button button = new Button(group, SWT.RADIO);
        button.setText(text);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> check()));
        return button;
    }

    private Text field(Composite group, String label) {
        Label before = new Label(group, SWT.NONE);
        before.setText(label);
        GridDataFactory.swtDefaults().indent(20, 0).applyTo(before);
        Text text = new Text(group, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(e -> check());
        return text;
    }

    private Button browse(Composite group, java.util.function.Supplier<String> dialog, Text into) {
        Button button = new Button(group, SWT.PUSH);
        button.setText(Messages.EditorPage_browse);
        setButtonLayoutData(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            String chosen = dialog.get();
            if (chosen != null) {
                into.setText(chosen);
            }
        }));
        return button;
    }

    private void link(Composite page, String text, String target) {
        Link link = new Link(page, SWT.NONE);
        link.setText(text);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> PreferencesUtil.createPreferenceDialogOn(getShell(), target, null, null)));
    }

    private void show(String choice, String folderText, String program) {
        boolean other = ServerChoice.of(choice) == ServerChoice.EDITOR_SERVICES;
        embedded.setSelection(!other);
        services.setSelection(other);
        folder.setText(folderText);
        powershell.setText(program);
        check();
    }

    private void check() {
        boolean other = services.getSelection();
        for (Control control : new Control[] {folder, powershell, browseFolder, browseProgram}) {
            if (control != null) {
                control.setEnabled(other);
            }
        }
        if (powershell == null) {
            return;
        }
        String wrong = !other ? null : !there(folder.getText()) ? NLS.bind(Messages.EditorPage_noScript, ServerChoice.START) : powershell.getText().isBlank() ? Messages.EditorPage_noPowerShell : null;
        setErrorMessage(wrong);
        setValid(wrong == null);
    }

    private static boolean there(String folder) {
        try {
            return !folder.isBlank() && Files.isRegularFile(Path.of(folder.strip()).resolve(ServerChoice.START));
        } catch (InvalidPathException e) { // half a path, while it is typed
            return false;
        }
    }

    @Override
    protected void performDefaults() {
        IPreferenceStore store = getPreferenceStore();
        show(store.getDefaultString(ServerChoice.PREFERENCE), store.getDefaultString(ServerChoice.FOLDER), store.getDefaultString(ServerChoice.POWERSHELL));
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        IPreferenceStore store = getPreferenceStore();
        String before = store.getString(ServerChoice.PREFERENCE) + store.getString(ServerChoice.FOLDER) + store.getString(ServerChoice.POWERSHELL);
        store.setValue(ServerChoice.PREFERENCE, (services.getSelection() ? ServerChoice.EDITOR_SERVICES : ServerChoice.EMBEDDED).name().toLowerCase(Locale.ROOT));
        store.setValue(ServerChoice.FOLDER, folder.getText().strip());
        store.setValue(ServerChoice.POWERSHELL, powershell.getText().strip());
        String now = store.getString(ServerChoice.PREFERENCE) + store.getString(ServerChoice.FOLDER) + store.getString(ServerChoice.POWERSHELL);
        if (!before.equals(now) && LanguageClients.own()) {
            ScriptServer.use(LanguageClients.chosen());
        }
        return true;
    }
}
