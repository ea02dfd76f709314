package org.poshremote.ui.targets;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.ui.part.ResourceTransfer;
import org.poshremote.ui.launch.ScriptInFront;
import org.poshremote.ui.launch.ScriptLaunch;

/** A script that is dropped on a target runs there. */
final class TargetDrop extends ViewerDropAdapter {
    private TargetDrop(TreeViewer viewer) {
        super(viewer);
        setFeedbackEnabled(false);
    }

    static void install(TreeViewer viewer) {
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE, new Transfer[] {LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance()},
                new TargetDrop(viewer));
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        overrideOperation(DND.DROP_COPY); // the file stays where it is
        if (!(target instanceof TargetTree.Leaf)) {
            return false;
        }
        boolean local = LocalSelectionTransfer.getTransfer().isSupportedType(type);
        return local ? !scripts(LocalSelectionTransfer.getTransfer().getSelection()).isEmpty() : ResourceTransfer.getInstance().isSupportedType(type);
    }

    @Override
    public boolean performDrop(Object data) {
        return getCurrentTarget() instanceof TargetTree.Leaf leaf && run(data, leaf);
    }

    static boolean run(Object data, TargetTree.Leaf leaf) {
        List<IFile> scripts = scripts(data);
        scripts.forEach(script -> ScriptLaunch.run(script, leaf.stored().definition().name()));
        return !scripts.isEmpty();
    }

    static List<IFile> scripts(Object data) {
        if (data instanceof IStructuredSelection selection) {
            return Arrays.stream(selection.toArray()).map(element -> Adapters.adapt(element, IFile.class))
                    .filter(file -> file != null && ScriptInFront.isScript(file)).toList();
        }
        return data instanceof IResource[] resources ? Arrays.stream(resources).filter(IFile.class::isInstance).map(IFile.class::cast)
                .filter(ScriptInFront::isScript).toList() : List.of();
    }
}
