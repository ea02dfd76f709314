package org.poshremote.ui.diagnosis;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisComparison;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Finding;
import org.poshremote.core.diagnose.Generation;
import org.poshremote.core.diagnose.GoodDiagnosis;
import org.poshremote.core.diagnose.Remedy;
import org.poshremote.core.diagnose.Stage;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.diagnose.TargetSetting;
import org.poshremote.core.target.Target;
import org.poshremote.ui.certificate.NodeCertificates;
import org.poshremote.ui.common.UserGuide;

/** What there is to say about the selected cause or step. Text that a node said is only ever shown as text. */
final class Details {
    private static final int SCRIPT_LINES = 9;
    private final ScrolledComposite scroll;
    private Composite content;

    Details(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> measure());
        begin();
        end();
    }

    private void begin() {
        if (content != null) {
            content.dispose();
        }
        content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(8, 8).spacing(6, 6).applyTo(content);
        scroll.setContent(content);
    }

    private void end() {
        scroll.setOrigin(0, 0);
        measure();
    }

    private void measure() {
        int width = Math.max(120, scroll.getClientArea().width);
        scroll.setMinSize(content.computeSize(width, SWT.DEFAULT));
        content.layout(true, true);
    }

    void clear() {
        begin();
        end();
    }

    void cause(Finding finding, Diagnosis diagnosis) {
        begin();
        finding(finding, Optional.of(diagnosis.target()), diagnosis.generation());
        end();
    }

    /** Causes without a diagnosis. */
    void explanations(List<Finding> findings) {
        begin();
        if (findings.isEmpty()) {
            label(Messages.Details_notExplained, false);
        }
        findings.stream().limit(3).forEach(finding -> finding(finding, Optional.empty(), Generation.WINDOWS_8));
        end();
    }

    private void finding(Finding finding, Optional<Target> target, Generation generation) {
        label(finding.cause().title(), true);
        label(finding.cause().explanation(), false);
        label(NLS.bind(Messages.Details_seen, finding.likelihood(), finding.signal().seen().words()), false);
        target.filter(one -> one.https() && finding.cause().stage() == Stage.TLS).ifPresent(this::certificate);
        int number = 0;
        for (Remedy remedy : finding.remedies()) {
            remedy(++number, remedy, target, generation);
        }
        more();
    }

    /** What the cause speaks of. Where the person pins it there, the target is looked at again. */
    private void certificate(Target target) {
        Button show = new Button(content, SWT.PUSH);
        show.setText(Messages.Details_certificate);
        show.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> NodeCertificates.show(target, Diagnoses.get()::open)));
    }

    private void remedy(int number, Remedy remedy, Optional<Target> target, Generation generation) {
        Label line = new Label(content, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        label(number + ". " + remedy.title(), true);
        label(NLS.bind(Messages.Details_where, remedy.place().words()), false);
        remedy.setting().ifPresent(setting -> label(NLS.bind(Messages.Details_setting, setting.words()), false));
        remedy.command().ifPresent(this::code);
        remedy.script(generation).ifPresent(this::code);
        Composite buttons = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(buttons);
        remedy.script(generation).or(remedy::command).ifPresent(text ->
            button(buttons, Messages.Details_copy, remedy, () -> DiagnosisView.toClipboard(text)));
        remedy.script(generation).ifPresent(script ->
            button(buttons, Messages.Details_open, remedy, () -> RemedyScripts.open(remedy.code() + ".ps1", script)));
        remedy.runnable(generation).ifPresent(script -> button(buttons, Messages.Details_run, remedy, () -> RemedyRun.ask(remedy, script)));
        target.ifPresent(changed -> remedy.setting().ifPresent(setting ->
            button(buttons, Messages.Details_use, remedy, () -> use(changed, remedy, setting))));
        label(NLS.bind(Messages.Details_changes, remedy.changes()), false);
        label(NLS.bind(Messages.Details_undo, remedy.undo()), false);
        label(NLS.bind(Messages.Details_risk, remedy.risk()), false);
    }

    /** A pin is shown what it pins. */
    private static void use(Target target, Remedy remedy, TargetSetting setting) {
        if (setting.property().equals("pin")) {
            NodeCertificates.show(target, Diagnoses.get()::open);
        } else {
            TargetChange.ask(target, remedy, setting);
        }
    }

    private void more() {
        Link link = new Link(content, SWT.NONE);
        link.setText(Messages.Details_more);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> UserGuide.open("diagnosis.html")));
    }

    void step(StepResult step) {
        begin();
        label(NLS.bind(Messages.Details_step, step.title(), step.verdict().word()), true);
        label(step.summary(), false);
        if (!step.evidence().isEmpty()) {
            label(Messages.Details_evidence, true);
            code(step.evidence().stream().map(Evidence::toString).map(text -> text.replaceAll("\\p{Cntrl}", " ")).collect(Collectors.joining("\n")));
        }
        label(step.code(), false);
        end();
    }

    void comparison(GoodDiagnosis good, Diagnosis now) {
        begin();
        label(NLS.bind(Messages.Details_compared, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault()).format(good.begun())), true);
        List<DiagnosisComparison.Difference> differences = DiagnosisComparison.of(good, now);
        if (differences.isEmpty()) {
            label(Messages.Details_noDifference, false);
        }
        for (DiagnosisComparison.Difference difference : differences) {
            label(NLS.bind(Messages.Details_difference, new Object[] {difference.title(), difference.before().word(), difference.now().word()}), true);
            difference.gone().forEach(evidence -> label(NLS.bind(Messages.Details_gone, evidence), false));
            difference.come().forEach(evidence -> label(NLS.bind(Messages.Details_come, evidence), false));
        }
        end();
    }

    private void label(String text, boolean bold) {
        Label label = new Label(content, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        if (bold) {
            Font font = JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
            label.setFont(font);
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
    }

    private void code(String text) {
        Text area = new Text(content, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
        area.setFont(JFaceResources.getTextFont());
        String stripped = text.stripTrailing();
        area.setText(stripped);
        int lines = Math.min(SCRIPT_LINES, (int) stripped.lines().count());
        GridDataFactory.fillDefaults().grab(true, false).hint(100, (lines + 1) * area.getLineHeight()).applyTo(area);
    }

    private static void button(Composite parent, String text, Remedy remedy, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(remedy.title());
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    /** All texts, for tests. */
    String text() {
        StringBuilder all = new StringBuilder();
        collect(content, all);
        return all.toString();
    }

    private static void collect(Composite in, StringBuilder all) {
        for (Control child : in.getChildren()) {
            switch (child) {
                case Label label -> all.append(label.getText()).append('\n');
                case Text text -> all.append(text.getText()).append('\n');
                case Button button -> all.append('[').append(button.getText()).append("]\n");
                case Composite composite -> collect(composite, all);
                default -> { }
            }
        }
    }

    Composite content() {
        return content;
    }
}
