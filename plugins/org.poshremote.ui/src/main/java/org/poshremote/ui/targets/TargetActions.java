package org.poshremote.ui.targets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.TargetOrigin;
import org.poshremote.ui.certificate.NodeCertificates;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.launch.ScriptInFront;
import org.poshremote.ui.launch.ScriptLaunch;
import org.poshremote.ui.secrets.ForgetPasswords;

/** What can be done with targets in their view. */
final class TargetActions {
    final Action newTarget = action(Messages.TargetActions_new, Icons.NEW_TARGET.descriptor(), this::create);
    final Action edit = action(Messages.TargetActions_edit, null, this::edit);
    final Action duplicate = action(Messages.TargetActions_duplicate, null, this::duplicate);
    final Action delete = action(Messages.TargetActions_delete, shared(ISharedImages.IMG_TOOL_DELETE), this::delete);
    final Action openFile = action(Messages.TargetActions_openFile, null, this::openFile);
    final Action run = action(Messages.TargetActions_run, Icons.RUN.descriptor(), this::run);
    final Action test = action(Messages.TargetActions_test, Icons.TEST.descriptor(), this::test);
    final Action diagnose = action(Messages.TargetActions_diagnose, Icons.DIAGNOSIS.descriptor(), this::diagnose);
    final Action certificate = action(Messages.TargetActions_certificate, null, this::certificate);
    final Action copyAddress = action(Messages.TargetActions_copyAddress, shared(ISharedImages.IMG_TOOL_COPY), this::copyAddress);
    final Action forget = action(Messages.TargetActions_forget, null, this::forget);
    final Action forgetAll = action(Messages.TargetActions_forgetAll, null, ForgetPasswords::ask);
    final Action importFile = action(Messages.TargetActions_import, null, () -> TargetFiles.importInto(Ui.shell()));
    final Action exportFile = action(Messages.TargetActions_export, null, this::export);

    private final TreeViewer viewer;

    TargetActions(TreeViewer viewer, IViewSite site) {
        this.viewer = viewer;
        site.getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
        site.getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copyAddress);
        site.getActionBars().setGlobalActionHandler(ActionFactory.PROPERTIES.getId(), edit);
        delete.setActionDefinitionId(ActionFactory.DELETE.getCommandId());
        copyAddress.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        edit.setActionDefinitionId(ActionFactory.PROPERTIES.getCommandId());
        viewer.addSelectionChangedListener(event -> enable());
    }

    private static Action action(String text, ImageDescriptor image, Runnable body) {
        Action action = new Action(text, image) {
            @Override
            public void run() {
                body.run();
            }
        };
        action.setToolTipText(text.replace("&", "").replace("...", ""));
        return action;
    }

    private static ImageDescriptor shared(String name) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name);
    }

    void enable() {
        int count = selected().size();
        edit.setEnabled(count == 1);
        duplicate.setEnabled(count == 1);
        run.setEnabled(count > 0);
        test.setEnabled(count > 0);
        diagnose.setEnabled(count == 1);
        certificate.setEnabled(count == 1 && single().filter(stored -> stored.definition().https()).isPresent());
        delete.setEnabled(count > 0);
        copyAddress.setEnabled(count > 0);
        forget.setEnabled(count > 0);
        openFile.setEnabled(fileToOpen().isPresent());
        exportFile.setEnabled(!Targets.get().stored().isEmpty());
    }

    /** The targets of a selection; those of its groups included. */
    static List<StoredTarget> targets(IStructuredSelection selection) {
        List<StoredTarget> found = new ArrayList<>();
        TargetTree tree = new TargetTree(Targets.get().listing());
        Arrays.stream(selection.toArray()).forEach(element -> collect(tree, (TargetTree.Node) element, found));
        return found.stream().distinct().toList();
    }

    private static void collect(TargetTree tree, TargetTree.Node node, List<StoredTarget> into) {
        if (node instanceof TargetTree.Leaf leaf) {
            into.add(leaf.stored());
        }
        tree.childrenOf(node).forEach(child -> collect(tree, child, into));
    }

    private List<StoredTarget> selected() {
        return targets(viewer.getStructuredSelection());
    }

    private Optional<StoredTarget> single() {
        return selected().stream().findFirst();
    }

    private void create() {
        Object first = viewer.getStructuredSelection().getFirstElement();
        String group = first instanceof TargetTree.Group inGroup ? inGroup.path()
                : first instanceof TargetTree.Leaf leaf ? leaf.stored().definition().group() : "";
        NewTargetWizard.in(group).openIn(Ui.shell());
    }

    /** A double click: a target is edited, a file with a mistake is opened there, a group opens or closes. */
    void openSelected() {
        Object first = viewer.getStructuredSelection().getFirstElement();
        switch ((TargetTree.Node) first) {
            case TargetTree.Leaf leaf -> edit();
            case TargetTree.Problem problem -> openFile();
            case TargetTree.Group group -> viewer.setExpandedState(group, !viewer.getExpandedState(group));
            case null -> {
                // a double click beside the tree
            }
        }
    }

    private void edit() {
        single().ifPresent(target -> NewTargetWizard.edit(target).openIn(Ui.shell()));
    }

    private void duplicate() {
        single().ifPresent(target -> NewTargetWizard.like(target.definition()).openIn(Ui.shell()));
    }

    private void delete() {
        List<StoredTarget> targets = selected();
        String names = targets.stream().map(stored -> stored.definition().name()).collect(Collectors.joining(", "));
        if (targets.isEmpty() || !MessageDialog.openConfirm(Ui.shell(), Messages.TargetActions_deleteTitle, NLS.bind(Messages.TargetActions_deleteText, names))) {
            return;
        }
        TargetWork.schedule(Messages.TargetActions_deleteTitle, () -> {
            for (StoredTarget target : targets) {
                Targets.get().remove(target);
            }
            return targets;
        }, gone -> enable());
    }

    private Optional<Path> fileToOpen() {
        return switch ((TargetTree.Node) viewer.getStructuredSelection().getFirstElement()) {
            case TargetTree.Leaf leaf -> Optional.of(leaf.stored().origin()).map(TargetOrigin::file);
            case TargetTree.Problem problem -> Optional.of(problem.problem().file());
            case TargetTree.Group group -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private void openFile() {
        fileToOpen().ifPresent(file -> Ui.page().ifPresent(page -> {
            try {
                TargetFileEditor.open(page, file, viewer.getStructuredSelection().getFirstElement() instanceof TargetTree.Problem problem
                        ? problem.problem().line() : 0);
            } catch (PartInitException e) {
                PoshRemotePlugin.show(e.getStatus().getMessage(), e);
            }
        }));
    }

    private void run() {
        ScriptInFront.findOrAsk().ifPresent(script -> selected().forEach(target -> ScriptLaunch.run(script, target.definition().name())));
    }

    private void test() {
        selected().forEach(TestTarget::schedule);
    }

    private void diagnose() {
        single().ifPresent(TestTarget::diagnose);
    }

    /** Looking changes nothing and signs nobody in, so what a shared file says need not be confirmed for it. */
    private void certificate() {
        single().ifPresent(stored -> NodeCertificates.show(stored.forUse().orElse(stored.definition()), changed -> {
            // the view follows the file
        }));
    }

    private void copyAddress() {
        String addresses = selected().stream().map(stored -> stored.definition().address()).collect(Collectors.joining(System.lineSeparator()));
        if (!addresses.isEmpty()) {
            Clipboard clipboard = new Clipboard(viewer.getControl().getDisplay());
            clipboard.setContents(new Object[] {addresses}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void forget() {
        for (StoredTarget stored : selected()) {
            ForgetPasswords.of(stored.definition());
        }
    }

    private void export() {
        List<StoredTarget> chosen = selected().isEmpty() ? Targets.get().stored() : selected();
        TargetFiles.export(Ui.shell(), chosen.stream().map(StoredTarget::definition).toList());
    }
}
