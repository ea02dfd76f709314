package org.poshremote.ui.diagnosis;

import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisReport;
import org.poshremote.core.diagnose.ErrorText;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.ui.common.Help;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.common.UserGuide;
import org.poshremote.ui.diagnosis.Diagnoses.Shown;

/** Why a target will not connect: steps as they end, the cause on top, and what to do about it. */
public final class DiagnosisView extends ViewPart {
    public static final String ID = "org.poshremote.ui.diagnosisView";

    private final Runnable refresh = () -> Ui.later(this::refresh);
    private final Action again = action(Messages.View_again, Icons.TEST.descriptor(), this::again);
    private final Action stop = action(Messages.View_stop, PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ELCL_STOP), () -> Diagnoses.get().cancel());
    private final Action copy = action(Messages.View_copy, PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY), () -> copy(false));
    private final Action copyRedacted = action(Messages.View_copyRedacted, null, () -> copy(true));
    private final Action compare = action(Messages.View_compare, null, this::compare);
    private final Action explain = action(Messages.View_explain, Icons.CAUSE.descriptor(), this::explain);
    private final Action help = action(Messages.View_help, null, () -> UserGuide.open("diagnosis.html"));
    private Composite area;
    private Label icon;
    private Label headline;
    private TreeViewer tree;
    private Details details;
    private boolean concluded;

    private static Action action(String text, ImageDescriptor image, Runnable body) {
        Action action = new Action(text, image) {
            @Override
            public void run() {
                body.run();
            }
        };
        action.setToolTipText(text.replace("&", ""));
        return action;
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(6, 6, 6, 0).applyTo(area);
        icon = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).hint(18, 18).applyTo(icon);
        headline = new Label(area, SWT.WRAP);
        headline.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(headline);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(sash);
        tree = new TreeViewer(sash, SWT.H_SCROLL | SWT.V_SCROLL | SWT.FULL_SELECTION | SWT.SINGLE);
        columns();
        details = new Details(sash);
        sash.setWeights(55, 45);
        tree.setContentProvider(new StepTree());
        tree.addSelectionChangedListener(event -> showSelected());
        getSite().setSelectionProvider(tree);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, Help.DIAGNOSIS_VIEW);
        bar();
        Diagnoses.get().addListener(refresh);
        refresh();
    }

    private void columns() {
        tree.getTree().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(tree);
        column(Messages.View_step, 210, StepTree.Column.TITLE);
        column(Messages.View_verdict, 110, StepTree.Column.VERDICT);
        column(Messages.View_seen, 420, StepTree.Column.SUMMARY);
        column(Messages.View_cost, 70, StepTree.Column.COST);
    }

    private void column(String title, int width, StepTree.Column which) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new StepLabels(which));
    }

    private void bar() {
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(again);
        bar.add(stop);
        bar.add(copy);
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        menu.add(again);
        menu.add(stop);
        menu.add(new Separator());
        menu.add(copy);
        menu.add(copyRedacted);
        menu.add(compare);
        menu.add(new Separator());
        menu.add(explain);
        menu.add(help);
    }

    private void refresh() {
        if (area.isDisposed()) {
            return;
        }
        Optional<Shown> shown = Diagnoses.get().shown();
        Optional<Diagnosis> end = shown.flatMap(Shown::end);
        again.setEnabled(shown.isPresent() && !Diagnoses.get().isRunning());
        stop.setEnabled(Diagnoses.get().isRunning());
        copy.setEnabled(end.isPresent());
        copyRedacted.setEnabled(end.isPresent());
        compare.setEnabled(end.flatMap(diagnosis -> Diagnoses.get().lastGood(diagnosis.target())).isPresent());
        headline.setText(headline(shown).replace("&", "&&"));
        icon.setImage(StepLabels.icon(shown).image());
        tree.setInput(shown.orElse(null));
        tree.expandAll();
        area.layout(true, true);
        if (end.isPresent() && !concluded) {
            conclude(end.get());
        } else if (end.isEmpty()) {
            details.clear();
        }
        concluded = end.isPresent();
    }

    /** The cause is in front as soon as there is one. */
    private void conclude(Diagnosis diagnosis) {
        Optional<Object> first = diagnosis.best().<Object>map(StepTree.CauseNode::new).or(diagnosis::failed);
        first.ifPresentOrElse(node -> tree.setSelection(new StructuredSelection(node), true), details::clear);
        showSelected();
    }

    private static String headline(Optional<Shown> shown) {
        if (shown.isEmpty()) {
            return Messages.View_nothing;
        }
        return shown.get().end().map(Diagnosis::headline)
            .orElseGet(() -> NLS.bind(Messages.View_looking, shown.get().target().name(), shown.get().under().orElse("")));
    }

    private void showSelected() {
        Object selected = tree.getStructuredSelection().getFirstElement();
        Optional<Diagnosis> diagnosis = Diagnoses.get().shown().flatMap(Shown::end);
        switch (selected) {
            case StepTree.CauseNode cause when diagnosis.isPresent() -> details.cause(cause.finding(), diagnosis.get());
            case StepResult step -> details.step(step);
            case null, default -> details.clear();
        }
    }

    private void again() {
        Diagnoses.get().shown().ifPresent(shown -> Diagnoses.get().start(shown.target(), Optional.empty()));
    }

    private void copy(boolean redact) {
        Diagnoses.get().shown().flatMap(Shown::end).ifPresent(diagnosis -> toClipboard(DiagnosisReport.markdown(diagnosis, redact)));
    }

    static void toClipboard(String text) {
        Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void explain() {
        InputDialog dialog = new InputDialog(Ui.shell(), Messages.View_explainTitle, Messages.View_explainText, "", null);
        if (dialog.open() == Window.OK && !dialog.getValue().isBlank()) {
            explain(dialog.getValue());
        }
    }

    /** What an error text from elsewhere may mean. */
    void explain(String text) {
        tree.setSelection(StructuredSelection.EMPTY);
        details.explanations(ErrorText.explain(text));
    }

    private void compare() {
        Diagnoses.get().shown().flatMap(Shown::end).ifPresent(now ->
            Diagnoses.get().lastGood(now.target()).ifPresent(good -> {
                tree.setSelection(StructuredSelection.EMPTY);
                details.comparison(good, now);
            }));
    }

    TreeViewer tree() {
        return tree;
    }

    Details details() {
        return details;
    }

    String headlineText() {
        return headline.getText();
    }

    Action comparison() {
        return compare;
    }

    @Override
    public void setFocus() {
        tree.getControl().setFocus();
    }

    @Override
    public void dispose() {
        Diagnoses.get().removeListener(refresh);
        super.dispose();
    }
}
