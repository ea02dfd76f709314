package org.poshremote.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.run.ChosenTarget;
import org.poshremote.cli.terminal.ControlSequenceFilter;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.selftest.CheckResult;
import org.poshremote.core.selftest.SelfTest;
import org.poshremote.core.selftest.SelfTestReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries on a node what PoshRemote promises. */
@Command(name = "selftest", sortOptions = false, description = {"Tries on a node what PoshRemote promises, in about 60 checks.",
        "Encodings, arguments, exit codes, streams, input, cancel, size. None changes anything on the node."},
        customSynopsis = "poshremote selftest (--on TARGET | --host H --user U) [OPTIONS]",
        footer = {"",
            "Examples:",
            "  poshremote selftest --on demo",
            "  poshremote selftest --host web1.example --https --user \".\\admin\" --report web1.md",
            "",
            "The report holds neither account nor password nor host name, so that it can be sent to others."})
public final class SelfTestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--pwsh", description = "Test PowerShell 6 or later there instead of Windows PowerShell.")
    private boolean pwsh;

    @Option(names = "--report", paramLabel = "FILE.md", description = "Write the report there, in Markdown.")
    private String report;

    @Option(names = "--json", description = "Print the report as JSON; the progress goes to standard error.")
    private boolean json;

    @ArgGroup(validate = false, heading = "%nWhere:%n")
    private TargetOptions where = new TargetOptions();

    public SelfTestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        try (ChosenTarget chosen = ChosenTarget.of(where, surroundings)) {
            chosen.confirm("the self-test", where, surroundings);
            try (ChosenTarget.Credentials credentials = chosen.credentials(where, surroundings)) {
                SelfTest test = new SelfTest(chosen.target(), credentials, chosen.context(), pwsh ? PowerShellHost.PWSH : PowerShellHost.POWERSHELL);
                SelfTestReport result;
                try (Interrupts.Watch watch = surroundings.interrupts().onInterrupt(test::cancel)) {
                    result = test.run(this::show);
                    write(result);
                    if (watch.interrupted()) {
                        return ExitCodes.CANCELLED;
                    }
                }
                return result.passed() ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
            }
        }
    }

    private void show(CheckResult check) {
        Style style = switch (check.status()) {
            case PASSED -> Style.GOOD;
            case FAILED -> Style.ERROR;
            case LEFT_OUT -> Style.QUIET;
        };
        String word = switch (check.status()) {
            case PASSED -> "passed   ";
            case FAILED -> "FAILED   ";
            case LEFT_OUT -> "left out ";
        };
        Terminal terminal = surroundings.terminal();
        terminal.errLine(style, word + " " + check.id() + ": " + check.title());
        for (String detail : check.details()) {
            terminal.errLine(Style.PLAIN, "           " + (terminal.errIsTerminal() ? new ControlSequenceFilter().filter(detail) : detail));
        }
    }

    private void write(SelfTestReport result) throws CommandFailure {
        Terminal terminal = surroundings.terminal();
        if (report != null) {
            try {
                Files.writeString(surroundings.folder().resolve(report), result.markdown());
            } catch (IOException e) {
                throw new CommandFailure(ExitCodes.DATA, "the report could not be written to " + report + ": " + e.getMessage(), e);
            }
        }
        if (json) {
            terminal.out(result.json());
        } else {
            terminal.out(result.summary() + System.lineSeparator());
        }
        if (report != null) {
            terminal.errLine(Style.PLAIN, "The report is in " + report);
        }
    }
}
