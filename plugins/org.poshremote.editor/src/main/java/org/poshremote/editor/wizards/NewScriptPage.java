package org.poshremote.editor.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.poshremote.editor.coloring.ScriptColoring;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Help;
import org.poshremote.editor.common.PowerShellFiles;
import org.poshremote.editor.templates.ScriptTemplates;

/** Where the script is to be, its name, and what it begins with. */
final class NewScriptPage extends WizardNewFileCreationPage {
    private static final String LAST = "newScript.template";

    private final List<Template> templates = ScriptTemplates.get().of(ScriptTemplates.NEW_SCRIPT);
    private Combo choice;
    private SourceViewer preview;

    NewScriptPage(IStructuredSelection selection) {
        super("script", selection);
        setTitle(Messages.NewScriptWizard_title);
        setDescription(Messages.NewScriptPage_description);
        setFileExtension("ps1");
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), Help.NEW_SCRIPT);
    }

    /** Instead of the platform's "advanced", linked files: a script belongs into its project. */
    @Override
    protected void createAdvancedControls(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.NewScriptPage_template);
        choice = new Combo(area, SWT.READ_ONLY);
        choice.setItems(templates.stream().map(Template::getName).toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        Link change = new Link(area, SWT.NONE);
        change.setText(Messages.NewScriptPage_change);
        change.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> PreferencesUtil
            .createPreferenceDialogOn(getShell(), "org.poshremote.editor.templatePreferences", null, null).open()));
        preview = new SourceViewer(area, null, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.READ_ONLY);
        preview.setEditable(false);
        preview.getTextWidget().setFont(JFaceResources.getTextFont());
        preview.setDocument(new Document());
        ScriptColoring.plain(preview);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(560, 170).applyTo(preview.getControl());
        int last = Math.max(0, templates.stream().map(Template::getName).toList().indexOf(EditorPlugin.get().getPreferenceStore().getString(LAST)));
        choice.select(Math.min(EditorPlugin.get().getPreferenceStore().getString(LAST).isEmpty() ? 1 : last, templates.size() - 1));
        choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show()));
        show();
    }

    private void show() {
        preview.getDocument().set(text());
    }

    @Override
    protected void handleAdvancedButtonSelect() {
        // there is none
    }

    @Override
    protected void createLinkTarget() {
        // no linked files
    }

    @Override
    protected org.eclipse.core.runtime.IStatus validateLinkedResource() {
        return org.eclipse.core.runtime.Status.OK_STATUS;
    }

    @Override
    protected boolean validatePage() {
        boolean valid = super.validatePage();
        if (valid && !PowerShellFiles.is(getFileName())) {
            setErrorMessage(Messages.NewScriptPage_extension);
            return false;
        }
        return valid;
    }

    private String text() {
        String file = getFileName() == null || getFileName().isBlank() ? Messages.NewScriptPage_name : getFileName();
        String name = file.replaceFirst("\\.ps[md]?1$", "").replaceFirst("\\.Tests$", "");
        return templates.isEmpty() ? "" : ScriptTemplates.get().text(templates.get(choice.getSelectionIndex()), Map.of("name", name, "guid", UUID.randomUUID().toString()));
    }

    /** With a byte order mark where Windows PowerShell needs it. */
    @Override
    protected InputStream getInitialContents() {
        EditorPlugin.get().getPreferenceStore().setValue(LAST, templates.isEmpty() ? "" : templates.get(choice.getSelectionIndex()).getName());
        return new ByteArrayInputStream(bytes(text()));
    }

    static byte[] bytes(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ((ascii ? "" : "\ufeff") + text).getBytes(StandardCharsets.UTF_8);
    }
}
