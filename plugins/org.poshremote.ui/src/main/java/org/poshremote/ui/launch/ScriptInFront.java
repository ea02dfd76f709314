package org.poshremote.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.eclipse.ui.ide.ResourceUtil;
import org.poshremote.ui.common.Ui;

/** The script that the person looks at: selected in the view in front, or open in the editor in front. In the UI thread. */
public final class ScriptInFront {
    private ScriptInFront() {
    }

    public static Optional<IFile> find() {
        return Ui.page().flatMap(page -> inSelection(page.getSelection()).or(() -> inEditor(page)));
    }

    /** The script in front, or one that the person picks in the workspace. */
    public static Optional<IFile> findOrAsk() {
        Optional<IFile> found = Ui.page().flatMap(page -> inEditor(page).or(() -> inSelection(page.getSelection())));
        return found.isPresent() ? found : ask();
    }

    private static Optional<IFile> ask() {
        FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(Ui.shell(), false, ResourcesPlugin.getWorkspace().getRoot(),
                IResource.FILE);
        dialog.setTitle(Messages.ScriptShortcut_title);
        dialog.setInitialPattern("*.ps1");
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file ? Optional.of(file) : Optional.empty();
    }

    static Optional<IFile> inEditor(IWorkbenchPage page) {
        return Optional.ofNullable(page.getActiveEditor()).flatMap(ScriptInFront::in);
    }

    static Optional<IFile> in(IEditorPart editor) {
        return Optional.ofNullable(ResourceUtil.getFile(editor.getEditorInput())).filter(ScriptInFront::isScript);
    }

    static Optional<IFile> inSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection structured && structured.getFirstElement() != null) {
            return Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), IFile.class)).filter(ScriptInFront::isScript);
        }
        return Optional.empty();
    }

    public static boolean isScript(IFile file) {
        return "ps1".equalsIgnoreCase(file.getFileExtension());
    }
}
