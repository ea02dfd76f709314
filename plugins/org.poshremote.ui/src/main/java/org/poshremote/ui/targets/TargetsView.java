package org.poshremote.ui.targets;

import java.util.Optional;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.DecoratingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ViewPart;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Ui;

/** The targets of this person and of the open projects. */
public final class TargetsView extends ViewPart {
    public static final String ID = "org.poshremote.ui.targetsView";

    private final Runnable refresh = () -> Ui.later(this::refresh);
    private Composite area;
    private TreeViewer viewer;
    private Composite empty;
    private TargetActions actions;
    private TargetTree tree = new TargetTree(Targets.get().listing());

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(new StackLayout());
        viewer = new TreeViewer(area, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new DecoratingStyledCellLabelProvider(new TargetLabels(),
                PlatformUI.getWorkbench().getDecoratorManager().getLabelDecorator(), null));
        viewer.setUseHashlookup(true);
        viewer.setAutoExpandLevel(2);
        viewer.setInput(this);
        empty = NoTargets.create(area);
        actions = new TargetActions(viewer, getViewSite());
        viewer.addDoubleClickListener(event -> actions.openSelected());
        viewer.addSelectionChangedListener(event -> status());
        TargetDrop.install(viewer);
        getSite().setSelectionProvider(viewer);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, Help.TARGETS_VIEW);
        menus();
        Targets.get().addListener(refresh);
        show();
    }

    private void menus() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(menu, viewer);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(actions.newTarget);
        bar.add(actions.test);
        bar.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        IMenuManager viewMenu = getViewSite().getActionBars().getMenuManager();
        viewMenu.add(actions.importFile);
        viewMenu.add(actions.exportFile);
        viewMenu.add(new Separator());
        viewMenu.add(actions.forgetAll);
    }

    private void fillMenu(IMenuManager menu) {
        menu.add(actions.run);
        menu.add(actions.test);
        menu.add(actions.diagnose);
        menu.add(new Separator());
        menu.add(actions.newTarget);
        menu.add(actions.duplicate);
        menu.add(actions.edit);
        menu.add(actions.openFile);
        menu.add(actions.delete);
        menu.add(new Separator());
        menu.add(actions.certificate);
        menu.add(actions.copyAddress);
        menu.add(actions.forget);
        menu.add(new Separator());
        menu.add(actions.importFile);
        menu.add(actions.exportFile);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void refresh() {
        if (area.isDisposed()) {
            return;
        }
        tree = new TargetTree(Targets.get().listing());
        Object[] expanded = viewer.getExpandedElements();
        viewer.refresh();
        viewer.setExpandedElements(expanded.length == 0 ? tree.roots().toArray() : expanded);
        show();
        status();
    }

    private void show() {
        ((StackLayout) area.getLayout()).topControl = tree.isEmpty() ? empty : viewer.getControl();
        area.layout();
        actions.enable();
    }

    private void status() {
        getViewSite().getActionBars().getStatusLineManager().setMessage(selected().map(stored ->
                stored.definition().name() + "  " + TargetLabels.state(Targets.get().contact(stored.definition()))).orElse(""));
    }

    private Optional<StoredTarget> selected() {
        return TargetActions.targets(viewer.getStructuredSelection()).stream().findFirst();
    }

    @Override
    public void setFocus() {
        ((StackLayout) area.getLayout()).topControl.setFocus();
    }

    /** Shows and selects a target of this name. */
    public void reveal(String name) {
        refresh();
        viewer.expandAll();
        Targets.get().find(name).ifPresent(stored -> viewer.setSelection(new StructuredSelection(new TargetTree.Leaf(stored)), true));
    }

    /** Where <em>Navigate &gt; Show In</em> leads from a target. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IShowInTargetList.class) {
            return adapter.cast((IShowInTargetList) () -> new String[] {IPageLayout.ID_PROP_SHEET});
        }
        return super.getAdapter(adapter);
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** Whether the page for a view without targets is in front. */
    boolean showsEmptyPage() {
        return ((StackLayout) area.getLayout()).topControl == empty;
    }

    @Override
    public void dispose() {
        Targets.get().removeListener(refresh);
        super.dispose();
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return tree.roots().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return tree.childrenOf((TargetTree.Node) parent).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return tree.parentOf((TargetTree.Node) element).orElse(null);
        }

        @Override
        public boolean hasChildren(Object element) {
            return !tree.childrenOf((TargetTree.Node) element).isEmpty();
        }
    }
}
