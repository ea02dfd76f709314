package org.poshremote.editor.wizards;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.templates.ScriptTemplates;

/** A new module: a folder of its name with the script and the manifest in it. */
public final class NewModuleWizard extends Wizard implements INewWizard {
    private IWorkbench workbench;
    private IStructuredSelection selection;
    private NewModulePage page;

    public NewModuleWizard() {
        setWindowTitle(Messages.NewModuleWizard_title);
        setDefaultPageImageDescriptor(ResourceLocator.imageDescriptorFromBundle(EditorPlugin.ID, "icons/new-script-banner.svg").orElse(null));
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(IWorkbench given, IStructuredSelection selected) {
        workbench = given;
        selection = selected;
    }

    @Override
    public void addPages() {
        page = new NewModulePage(selection);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        NewModulePage.Wanted wanted = page.wanted();
        Map<String, String> variables = Map.of("name", wanted.name(), "noun", wanted.noun(), "description", wanted.description().replace("'", "''"), "guid", UUID.randomUUID().toString());
        String module = text(ScriptTemplates.NEW_MODULE, variables);
        String manifest = text(ScriptTemplates.NEW_MANIFEST, variables);
        IFile[] made = new IFile[1];
        try {
            getContainer().run(true, false, new WorkspaceModifyOperation() {
                @Override
                protected void execute(org.eclipse.core.runtime.IProgressMonitor monitor) throws CoreException {
                    made[0] = make(wanted, module, manifest);
                }
            });
        } catch (InvocationTargetException e) {
            EditorPlugin.log(wanted.name(), e.getCause());
            MessageDialog.openError(getShell(), getWindowTitle(), org.eclipse.osgi.util.NLS.bind(Messages.NewModuleWizard_failed, e.getCause().getMessage()));
            return false;
        } catch (InterruptedException e) { // it cannot be cancelled
            Thread.currentThread().interrupt();
            return false;
        }
        NewScriptWizard.open(workbench, made[0]);
        return true;
    }

    private static String text(String type, Map<String, String> variables) {
        Template template = ScriptTemplates.get().of(type).stream().findFirst().orElseThrow(() -> new IllegalStateException(type));
        return ScriptTemplates.get().text(template, variables);
    }

    private static IFile make(NewModulePage.Wanted wanted, String module, String manifest) throws CoreException {
        IContainer parent = (IContainer) ResourcesPlugin.getWorkspace().getRoot().findMember(wanted.container());
        IFolder folder = parent.getFolder(IPath.fromPortableString(wanted.name()));
        if (!folder.exists()) {
            folder.create(true, true, null);
        }
        folder.getFile(wanted.name() + ".psd1").create(new ByteArrayInputStream(NewScriptPage.bytes(manifest)), true, null);
        IFile script = folder.getFile(wanted.name() + ".psm1");
        script.create(new ByteArrayInputStream(NewScriptPage.bytes(module)), true, null);
        return script;
    }
}
