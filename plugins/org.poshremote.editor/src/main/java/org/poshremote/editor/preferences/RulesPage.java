package org.poshremote.editor.preferences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckStateChangedEvent;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.poshremote.editor.common.Help;

/** Which rules take part, and how bad their problems are. The rules themselves are the embedded server's, which is asked. */
public final class RulesPage extends ScopedPage {
    private static final List<String> SEVERITIES = List.of("Error", "Warning", "Information");

    private RuleChoices choices = new RuleChoices(new java.util.TreeMap<>());
    private List<KnownRule> rules = List.of();
    private CheckboxTableViewer table;
    private Text search;
    private Combo severity;
    private Text about;
    private Label count;

    public RulesPage() {
        super(EditorPreferences.Group.RULES, "org.poshremote.editor.rulesPreferences", Help.RULES);
        setDescription(Messages.RulesPage_description);
    }

    @Override
    void body(Composite parent) {
        search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.RulesPage_search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        search.addModifyListener(e -> refresh());
        table(parent);
        Composite below = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(below);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(below);
        new Label(below, SWT.NONE).setText(Messages.RulesPage_severity);
        severity = new Combo(below, SWT.READ_ONLY);
        severity.setItems(Messages.RulesPage_own, Messages.RulesPage_error, Messages.RulesPage_warning, Messages.RulesPage_information);
        severity.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected().ifPresent(this::changeSeverity)));
        count = new Label(below, SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(190, SWT.DEFAULT).applyTo(count);
        about = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).hint(480, 48).applyTo(about);
        show();
        ServerQuestions.rules(found -> {
            if (!table.getControl().isDisposed()) {
                rules = found;
                table.setInput(rules);
                rules.stream().findFirst().ifPresent(first -> table.setSelection(new StructuredSelection(first)));
                refresh();
                if (found.isEmpty()) {
                    setMessage(Messages.RulesPage_none, WARNING);
                }
            }
        });
    }

    private void table(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 170).applyTo(area);
        table = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setHeaderVisible(true);
        column(layout, Messages.RulesPage_rule, 3).setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object rule) {
                return ((KnownRule) rule).name();
            }
        });
        column(layout, Messages.RulesPage_severityColumn, 1).setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object rule) {
                return label(severityOf((KnownRule) rule));
            }

            @Override
            public Image getImage(Object rule) {
                return switch (severityOf((KnownRule) rule)) {
                    case "Error" -> shared(ISharedImages.IMG_OBJS_ERROR_TSK);
                    case "Warning" -> shared(ISharedImages.IMG_OBJS_WARN_TSK);
                    default -> shared(ISharedImages.IMG_OBJS_INFO_TSK);
                };
            }
        });
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setCheckStateProvider(new ICheckStateProvider() {
            @Override
            public boolean isChecked(Object rule) {
                return on((KnownRule) rule);
            }

            @Override
            public boolean isGrayed(Object rule) {
                return false;
            }
        });
        table.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer viewer, Object parentElement, Object rule) {
                return matches((KnownRule) rule);
            }
        });
        table.addCheckStateListener(this::checked);
        table.addSelectionChangedListener(e -> show());
    }

    private TableViewerColumn column(TableColumnLayout layout, String title, int weight) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60, true));
        return column;
    }

    private static Image shared(String image) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(image);
    }

    private static String label(String severity) {
        return switch (severity) {
            case "Error" -> Messages.RulesPage_error;
            case "Warning" -> Messages.RulesPage_warning;
            default -> Messages.RulesPage_information;
        };
    }

    private boolean matches(KnownRule rule) {
        String text = (rule.name() + ' ' + rule.about() + ' ' + severityOf(rule)).toLowerCase(Locale.ROOT);
        for (String word : search.getText().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean on(KnownRule rule) {
        return choices.of(rule.name()).on().orElse(rule.byDefault());
    }

    private String severityOf(KnownRule rule) {
        return choices.of(rule.name()).severity().orElse(rule.severity());
    }

    private void checked(CheckStateChangedEvent event) {
        KnownRule rule = (KnownRule) event.getElement();
        Optional<Boolean> on = event.getChecked() == rule.byDefault() ? Optional.empty() : Optional.of(event.getChecked());
        choices = choices.with(rule.name(), new RuleChoices.Choice(on, choices.of(rule.name()).severity()));
        count();
    }

    private void changeSeverity(KnownRule rule) {
        int index = severity.getSelectionIndex();
        Optional<String> chosen = index <= 0 ? Optional.empty() : Optional.of(SEVERITIES.get(index - 1));
        choices = choices.with(rule.name(), new RuleChoices.Choice(choices.of(rule.name()).on(), chosen));
        table.refresh(rule);
    }

    private Optional<KnownRule> selected() {
        return Optional.ofNullable((KnownRule) table.getStructuredSelection().getFirstElement());
    }

    private void show() {
        Optional<KnownRule> rule = selected();
        severity.setEnabled(rule.isPresent());
        severity.select(rule.map(each -> choices.of(each.name()).severity().map(name -> SEVERITIES.indexOf(name) + 1).orElse(0)).orElse(-1));
        about.setText(rule.map(KnownRule::about).orElse(Messages.RulesPage_select));
    }

    private void refresh() {
        table.refresh();
        count();
    }

    private void count() {
        long on = rules.stream().filter(this::on).count();
        count.setText(NLS.bind(Messages.RulesPage_count, new Object[] {on, rules.size(), table.getTable().getItemCount()}));
        count.requestLayout();
    }

    @Override
    void read(List<IScopeContext> scopes) {
        choices = RuleChoices.parse(EditorPreferences.get(RuleChoices.PREFERENCE, scopes));
        refresh();
        show();
    }

    @Override
    void write(IEclipsePreferences node) {
        put(node, RuleChoices.PREFERENCE, choices.text(), ofProject());
    }

    /** For tests: as a click does. */
    void check(String name, boolean on) {
        rules.stream().filter(rule -> rule.name().equals(name)).findFirst().ifPresent(rule -> checked(new CheckStateChangedEvent(table, rule, on)));
        refresh();
    }
}
