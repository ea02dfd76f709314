package org.poshremote.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.DurationOption;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.run.ChosenTarget;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisJson;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisReport;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.diagnose.ErrorText;
import org.poshremote.core.diagnose.Finding;
import org.poshremote.core.diagnose.Generation;
import org.poshremote.core.diagnose.GoodDiagnosis;
import org.poshremote.core.diagnose.GoodDiagnosisFile;
import org.poshremote.core.diagnose.Stage;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.diagnose.Verdict;
import org.poshremote.core.target.Target;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds out why a node will not connect. */
@Command(name = "doctor", sortOptions = false, description = {"Finds out why a node will not connect, and says what to do about it.",
        "Looks at name, port, TLS, service, sign-in and shell, one after the other. Nothing is changed on the node,",
        "and a password is sent once at most."},
        customSynopsis = {"poshremote doctor (--on TARGET | --host H [--user U]) [OPTIONS]", "       poshremote doctor --explain TEXT|-"},
        footer = {"",
            "Examples:",
            "  poshremote doctor --on demo",
            "  poshremote doctor --host web1.example",
            "  poshremote doctor --on web1 --report web1.md --redact",
            "  poshremote doctor --explain 2150859113",
            "  some-other-tool 2>&1 | poshremote doctor --explain -",
            "",
            "Without --user the way to the service is looked at, and nobody signs in.",
            "--explain takes the text of an error from PowerShell, winrm or another client, in any language: its",
            "numbers count, not its words.",
            "",
            "Exit status: 0 nothing is wrong, 1 warnings, 69 the node is not reached or serves no shell, 77 sign-in failed,",
            "130 cancelled by Ctrl-C; with --explain 0 if a cause was found, 1 otherwise. docs/diagnosis.md lists all causes."})
public final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @ArgGroup(validate = false, heading = "%nWhat to look at:%n")
    private TargetOptions where = new TargetOptions();

    @ArgGroup(validate = false, heading = "%nHow:%n")
    private Options how = new Options();

    static final class Options {
        @Option(names = "--explain", paramLabel = "TEXT|-", description = "Say what an error text may mean; - reads it from standard input. Nothing is connected to.")
        private String explain;

        @Option(names = "--json", description = "One JSON object a line: each step, then the conclusion.")
        private boolean json;

        @Option(names = "--report", paramLabel = "FILE", description = "Write the diagnosis to this file too, as Markdown. It never holds a secret.")
        private String report;

        @Option(names = "--redact", description = "Leave host names, addresses, accounts and certificates out of the report.")
        private boolean redact;

        @Option(names = "--all", description = "Show every cause that fits, with all of its remedies, and the evidence of each step.")
        private boolean all;

        @Option(names = "--time", paramLabel = "D", converter = DurationOption.class, description = "How long the whole may take, such as 30s; 60s unless given.")
        private Duration time;
    }

    public DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (how.explain != null) {
            return explain();
        }
        if (how.redact && how.report == null) {
            throw new CommandFailure(ExitCodes.USAGE, "--redact is about the report: give --report FILE as well.");
        }
        try (ChosenTarget chosen = ChosenTarget.of(where, surroundings)) {
            return diagnose(chosen);
        }
    }

    private int diagnose(ChosenTarget chosen) throws CommandFailure {
        Terminal terminal = surroundings.terminal();
        Target target = chosen.target();
        boolean nobody = target.user().isBlank() && SignIn.needsPassword(target) && chosen.demo().isEmpty();
        DoctorPrinter printer = new DoctorPrinter(terminal, how.all);
        DiagnosisListener listener = how.json ? json() : printer;
        DiagnosisSettings settings = how.time == null ? DiagnosisSettings.DEFAULTS
            : DiagnosisSettings.DEFAULTS.withTimes(how.time, shorter(how.time, DiagnosisSettings.DEFAULTS.connect()), shorter(how.time, DiagnosisSettings.DEFAULTS.answer()));
        // the password is had before, so that no question appears between the steps
        try (ChosenTarget.Credentials credentials = nobody ? ChosenTarget.Credentials.NONE : chosen.credentials(where, surroundings)) {
            if (!how.json) {
                terminal.out("Looking at " + target.address() + (target.name().equals(target.host()) ? "" : " (" + target.name() + ")") + System.lineSeparator());
            }
            Diagnoser diagnoser = new Diagnoser(target, credentials, settings, listener, surroundings.path());
            Diagnosis diagnosis;
            try (Interrupts.Watch watch = surroundings.interrupts().onInterrupt(diagnoser::cancel)) {
                diagnosis = diagnoser.run();
            }
            if (how.json) {
                terminal.out(DiagnosisJson.conclusion(diagnosis) + System.lineSeparator());
            } else {
                printer.conclusion(diagnosis);
            }
            compare(diagnosis, printer, chosen.demo().isPresent());
            report(DiagnosisReport.markdown(diagnosis, how.redact));
            return status(diagnosis);
        }
    }

    /** With the last good one, which this one may become. A demo node lives as long as its command, and is not remembered. */
    private void compare(Diagnosis diagnosis, DoctorPrinter printer, boolean demo) {
        if (demo) {
            return;
        }
        GoodDiagnosisFile file = new GoodDiagnosisFile(surroundings.configFolder());
        if (GoodDiagnosis.isGood(diagnosis)) {
            file.keep(diagnosis.target(), GoodDiagnosis.of(diagnosis));
        } else if (diagnosis.outcome() == Diagnosis.Outcome.FAILED) {
            file.last(diagnosis.target()).ifPresent(good -> {
                if (how.json) {
                    surroundings.terminal().out(DiagnosisJson.comparison(good, diagnosis) + System.lineSeparator());
                } else {
                    printer.comparison(good, diagnosis);
                }
            });
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private DiagnosisListener json() {
        return new DiagnosisListener() {
            @Override
            public void ended(StepResult step) {
                surroundings.terminal().out(DiagnosisJson.step(step) + System.lineSeparator());
            }
        };
    }

    private void report(String markdown) throws CommandFailure {
        if (how.report == null) {
            return;
        }
        try {
            Files.writeString(surroundings.folder().resolve(how.report), markdown);
            surroundings.terminal().errLine(Style.QUIET, "The report is in " + how.report + ".");
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the report cannot be written to " + how.report + ": " + e.getMessage(), e);
        }
    }

    static int status(Diagnosis diagnosis) {
        return switch (diagnosis.outcome()) {
            case HEALTHY -> ExitCodes.SUCCESS;
            case WARNING -> ExitCodes.FAILURE;
            case CANCELLED -> ExitCodes.CANCELLED;
            case FAILED -> diagnosis.steps().stream().filter(step -> step.verdict() == Verdict.FAILED).anyMatch(step -> step.stage() != Stage.AUTHENTICATION)
                ? ExitCodes.UNAVAILABLE : ExitCodes.NO_PERMISSION;
        };
    }

    private int explain() throws CommandFailure {
        String text = how.explain;
        if (text.equals("-")) {
            try {
                InputStream in = surroundings.in();
                text = new String(in.readNBytes(ErrorText.LONGEST), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new CommandFailure(ExitCodes.DATA, "standard input cannot be read: " + e.getMessage(), e);
            }
        }
        // a number alone is meant as a code
        String meant = text.strip().matches("-?\\d{1,10}") ? "code " + text.strip() + " " + text.strip() : text;
        List<Finding> findings = ErrorText.explain(meant);
        Terminal terminal = surroundings.terminal();
        if (how.json) {
            terminal.out(DiagnosisJson.causes(findings, Generation.WINDOWS_8) + System.lineSeparator());
        } else if (findings.isEmpty()) {
            terminal.errLine(Style.WARNING, "No number or identifier in this text is known. Have the connection itself looked at: poshremote doctor --host HOST");
        } else {
            new DoctorPrinter(terminal, how.all).causes(findings, Generation.WINDOWS_8);
        }
        report(DiagnosisReport.markdown(findings));
        return findings.isEmpty() ? ExitCodes.FAILURE : ExitCodes.SUCCESS;
    }
}
