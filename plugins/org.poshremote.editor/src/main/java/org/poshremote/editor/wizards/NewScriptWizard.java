package org.poshremote.editor.wizards;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.poshremote.editor.common.EditorPlugin;

/** A new script from a template. */
public final class NewScriptWizard extends Wizard implements INewWizard {
    private IWorkbench workbench;
    private IStructuredSelection selection;
    private NewScriptPage page;

    public NewScriptWizard() {
        setWindowTitle(Messages.NewScriptWizard_title);
        setDefaultPageImageDescriptor(ResourceLocator.imageDescriptorFromBundle(EditorPlugin.ID, "icons/new-script-banner.svg").orElse(null));
    }

    @Override
    public void init(IWorkbench given, IStructuredSelection selected) {
        workbench = given;
        selection = selected;
    }

    @Override
    public void addPages() {
        page = new NewScriptPage(selection);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null) {
            return false;
        }
        open(workbench, file);
        return true;
    }

    /** In the editor, and selected in the view in front. */
    static void open(IWorkbench workbench, IFile file) {
        IWorkbenchPage in = workbench.getActiveWorkbenchWindow() == null ? null : workbench.getActiveWorkbenchWindow().getActivePage();
        if (in != null) {
            try {
                IDE.openEditor(in, file);
            } catch (PartInitException e) {
                EditorPlugin.log(file.getName(), e);
            }
        }
    }
}
