package org.poshremote.cli.doctor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisComparison;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.Finding;
import org.poshremote.core.diagnose.Generation;
import org.poshremote.core.diagnose.GoodDiagnosis;
import org.poshremote.core.diagnose.Remedy;
import org.poshremote.core.diagnose.Stage;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.diagnose.Verdict;

/** A diagnosis for a person at a terminal: each step as it ends, then the cause, then what to do. */
final class DoctorPrinter implements DiagnosisListener {
    private static final int TITLE_WIDTH = 20;
    private static final String LINE = System.lineSeparator();
    private static final int LIKELY = 3;

    private final Terminal terminal;
    private final boolean all;
    private final List<StepResult> waiting = new ArrayList<>();
    private Optional<Stage> stage = Optional.empty();

    DoctorPrinter(Terminal terminal, boolean all) {
        this.terminal = terminal;
        this.all = all;
    }

    @Override
    public void ended(StepResult step) {
        if (stage.filter(step.stage()::equals).isEmpty()) {
            flush();
            stage = Optional.of(step.stage());
            out(step.stage().title());
        }
        boolean nothing = step.verdict() == Verdict.SKIPPED || step.verdict() == Verdict.NOT_REACHED;
        if (nothing && !all) { // told together: there is nothing to see
            if (!waiting.isEmpty() && waiting.get(0).verdict() != step.verdict()) {
                flush();
            }
            waiting.add(step);
            return;
        }
        flush();
        out("  " + padded(step.verdict().word(), 12) + padded(step.title(), TITLE_WIDTH) + step.summary());
        if (all) {
            step.evidence().forEach(evidence -> out("                " + evidence));
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            String titles = waiting.stream().map(StepResult::title).collect(Collectors.joining(", "));
            out("  " + padded(waiting.get(0).verdict().word(), 12) + padded(titles, TITLE_WIDTH) + "(" + waiting.get(0).summary() + ")");
            waiting.clear();
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    void conclusion(Diagnosis diagnosis) {
        flush();
        out("");
        out(diagnosis.headline());
        if (diagnosis.findings().isEmpty()) {
            diagnosis.failed().ifPresent(step -> out("It stopped at: " + step.title() + ". " + step.summary()));
        }
        causes(diagnosis.findings(), diagnosis.generation());
        long unseen = diagnosis.steps().stream().filter(step -> step.verdict() == Verdict.SKIPPED && step.stage() == Stage.SHELL).count();
        if (diagnosis.outcome() == Diagnosis.Outcome.HEALTHY && unseen > 0) {
            out("Nobody signed in, so sign-in and shell were not looked at: add --user for that.");
        }
    }

    /** What is different since the node could be reached. */
    void comparison(GoodDiagnosis good, Diagnosis now) {
        List<DiagnosisComparison.Difference> differences = DiagnosisComparison.of(good, now);
        if (differences.isEmpty()) {
            return;
        }
        out("");
        out("Different since " + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault()).format(good.begun())
            + ", when it could be reached:");
        for (DiagnosisComparison.Difference difference : differences) {
            out("  " + difference.title() + (difference.before() == difference.now() ? ""
                : ": " + difference.before().word() + " then, " + difference.now().word() + " now"));
            difference.gone().forEach(evidence -> out("    then  " + evidence));
            difference.come().forEach(evidence -> out("    now   " + evidence));
        }
    }

    void causes(List<Finding> findings, Generation generation) {
        if (findings.isEmpty()) {
            return;
        }
        Finding best = findings.get(0);
        full(best, generation);
        List<Finding> others = findings.subList(1, all ? findings.size() : Math.min(findings.size(), 1 + LIKELY));
        if (others.isEmpty()) {
            return;
        }
        if (all) {
            others.forEach(finding -> full(finding, generation));
            return;
        }
        out("");
        out("It may also be:");
        others.forEach(finding -> out("  " + finding.cause().title() + " (" + finding.likelihood() + ", " + finding.code() + ")"));
        out("All of it, with every remedy: add --all");
    }

    private void full(Finding finding, Generation generation) {
        out("");
        out("Cause (" + finding.likelihood() + "): " + finding.cause().title() + "  [" + finding.code() + "]");
        wrapped(finding.cause().explanation(), "  ");
        int number = 0;
        for (Remedy remedy : finding.remedies()) {
            number++;
            if (!all && number > 2) {
                out("");
                out("  " + (finding.remedies().size() - 2) + " more: add --all");
                return;
            }
            remedy(number, remedy, generation);
        }
    }

    private void remedy(int number, Remedy remedy, Generation generation) {
        out("");
        out("  " + number + ". " + remedy.title() + " (" + remedy.place().words() + ")");
        remedy.setting().ifPresent(setting -> out("     in the target: " + setting.words()));
        remedy.command().ifPresent(command -> out("       " + command));
        remedy.script(generation).ifPresent(script -> script.lines().forEach(line -> out("       " + line)));
        wrapped("Changes: " + remedy.changes(), "     ");
        wrapped("Undo: " + remedy.undo(), "     ");
        wrapped("Risk: " + remedy.risk(), "     ");
    }

    private void wrapped(String text, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > 110 && line.length() > indent.length()) {
                out(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        out(line.toString().stripTrailing());
    }

    /** What a node or certificate says may hold control sequences. */
    private void out(String text) {
        terminal.out((terminal.outIsTerminal() ? new ControlSequenceFilter().filter(text) : text) + LINE);
    }
}
