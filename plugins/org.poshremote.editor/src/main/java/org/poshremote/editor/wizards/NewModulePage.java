package org.poshremote.editor.wizards;

import java.util.function.Consumer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;
import org.poshremote.editor.common.Help;

/** Where the module is to be, and its names. */
final class NewModulePage extends WizardPage {
    /** @param noun of its first command */
    record Wanted(IPath container, String name, String noun, String description) {
    }

    private final IStructuredSelection selection;
    private Text container;
    private Text name;
    private Text noun;
    private Text about;

    NewModulePage(IStructuredSelection selection) {
        super("module");
        this.selection = selection;
        setTitle(Messages.NewModuleWizard_title);
        setDescription(Messages.NewModulePage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
        container = field(area, Messages.NewModulePage_container, 1);
        container.setText(selected());
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.NewModulePage_browse);
        setButtonLayoutData(browse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
        name = field(area, Messages.NewModulePage_name, 2);
        noun = field(area, Messages.NewModulePage_noun, 2);
        about = field(area, Messages.NewModulePage_about, 2);
        for (Text text : new Text[] {container, name, noun, about}) {
            text.addModifyListener(e -> check(this::setErrorMessage));
        }
        setControl(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, Help.NEW_SCRIPT);
        // nothing is wrong yet, but it is not complete either
        check(message -> { });
        name.setFocus();
    }

    private static Text field(Composite area, String label, int columns) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(320, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private String selected() {
        IResource resource = selection == null || selection.isEmpty() ? null : Adapters.adapt(selection.getFirstElement(), IResource.class);
        IContainer folder = resource instanceof IContainer own ? own : resource == null ? null : resource.getParent();
        return folder == null || folder.getType() == IResource.ROOT ? "" : folder.getFullPath().toString();
    }

    private void browse() {
        ContainerSelectionDialog dialog = new ContainerSelectionDialog(getShell(), ResourcesPlugin.getWorkspace().getRoot(), true, Messages.NewModulePage_choose);
        if (dialog.open() == Window.OK && dialog.getResult().length == 1) {
            container.setText(dialog.getResult()[0].toString());
        }
    }

    private void check(Consumer<String> say) {
        IResource parent = container.getText().isBlank() ? null : ResourcesPlugin.getWorkspace().getRoot().findMember(container.getText().strip());
        String wrong = null;
        if (!(parent instanceof IContainer folder) || !parent.isAccessible() || parent.getType() == IResource.ROOT) {
            wrong = Messages.NewModulePage_noContainer;
        } else if (!name.getText().strip().matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*")) {
            wrong = Messages.NewModulePage_noName;
        } else if (folder.exists(IPath.fromPortableString(name.getText().strip() + '/' + name.getText().strip() + ".psm1"))) {
            wrong = org.eclipse.osgi.util.NLS.bind(Messages.NewModulePage_exists, name.getText().strip());
        } else if (!noun.getText().strip().matches("\\p{L}[\\p{L}\\p{N}_]*")) {
            wrong = Messages.NewModulePage_noNoun;
        }
        say.accept(wrong);
        setPageComplete(wrong == null);
    }

    Wanted wanted() {
        return new Wanted(IPath.fromPortableString(container.getText().strip()), name.getText().strip(), noun.getText().strip(), about.getText().strip());
    }
}
