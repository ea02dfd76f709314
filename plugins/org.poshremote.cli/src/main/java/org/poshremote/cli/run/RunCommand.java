package org.poshremote.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.cli.process.Interrupts;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.wirelog.WireLogContent;
import org.poshremote.core.wirelog.WireLogFile;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a script on a node. */
@Command(name = "run", sortOptions = false, description = {"Runs a PowerShell script on a node and shows its output as it comes.",
        "Standard output is the script's alone; everything else goes to standard error."},
        customSynopsis = {"poshremote run FILE|- (--on TARGET | --host H --user U) [OPTIONS] [-- ARGUMENTS...]"},
        footer = {"",
            "Try it without a Windows machine:",
            "  poshremote run examples/hello-node.ps1 --on demo",
            "  poshremote run examples/hello-node.ps1 --on demo:nano-tp3 -- -Name you",
            "",
            "On a node:",
            "  poshremote run setup.ps1 --host web1.example --https --user \".\\admin\"",
            "  poshremote run setup.ps1 --on web1 --timeout 10m --accept-exit 3010 -- -Role web -Force",
            "  echo '$PSVersionTable' | poshremote run - --on web1",
            "  poshremote run import.ps1 --on web1 --stdin users.csv",
            "",
            "What comes after -- is the script's, bound as powershell -File binds it.",
            "",
            "The password is asked for. Where nobody can be asked, set POSHREMOTE_PASSWORD or use",
            "--password-stdin. It is never an argument, which every user of this machine could see.",
            "",
            "Exit status: that of the script. Where it has none: 64 refused or wrong usage, 65 a file that",
            "cannot be read, 69 node not reached or lost, 70 an answer that makes no sense, 77 sign-in failed,",
            "124 time-out, 130 cancelled by Ctrl-C, 141 nobody reads the output. More in docs/terminal.md."})
public final class RunCommand implements Callable<Integer> {
    private static final Set<RunFailure.Kind> DIAGNOSED = EnumSet.of(RunFailure.Kind.CONNECT, RunFailure.Kind.SIGN_IN, RunFailure.Kind.NODE);

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FILE|-", description = "The script; - reads it from standard input.")
    private String file;

    @Parameters(index = "1..*", paramLabel = "ARGUMENTS", description = "Arguments for the script, after --.")
    private List<String> arguments = List.of();

    @ArgGroup(validate = false, heading = "%nWhere:%n")
    private TargetOptions where = new TargetOptions();

    @ArgGroup(validate = false, heading = "%nHow:%n")
    private RunOptions how = new RunOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n")
    private OutputOptions output = new OutputOptions();

    static final class OutputOptions {
        @Option(names = "--json", description = "One event a line as JSON; docs/run-events.md describes them.")
        private boolean json;

        @Option(names = "--wire-log", paramLabel = "FILE",
                description = "Write there what goes over the wire, decrypted: without passwords, and without scripts, arguments, input and output.")
        private String wireLog;

        @Option(names = "--wire-log-content", description = "Scripts, arguments, input and output are in the wire log too.")
        private boolean wireLogContent;

        @Option(names = "--raw", description = "The node's bytes as they come: not decoded, control sequences not taken out.")
        private boolean raw;
    }

    public RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, InterruptedException {
        if (output.json && output.raw) {
            throw new CommandFailure(ExitCodes.USAGE, "--json and --raw exclude each other: JSON carries text.");
        }
        if (output.wireLogContent && output.wireLog == null) {
            throw new CommandFailure(ExitCodes.USAGE, "--wire-log-content is about the wire log: give --wire-log FILE as well.");
        }
        if (file.equals("-") && how.readsStandardInput()) {
            throw new CommandFailure(ExitCodes.USAGE, "standard input is the script already (-), so --stdin needs a file.");
        }
        try (ChosenTarget chosen = ChosenTarget.of(where, surroundings);
                ChosenTarget.Credentials fromInput = passwordLine(chosen)) {
            ScriptSource script = LocalFiles.script(file, surroundings);
            chosen.confirm(script.name(), where, surroundings);
            RunRequest request = how.request(chosen.target(), script, arguments, true, surroundings);
            try (ChosenTarget.Credentials credentials = fromInput.any() ? fromInput : chosen.credentials(where, surroundings)) {
                return logged(request, credentials, chosen);
            }
        }
    }

    /** The first line of standard input comes before a script that is read there too. */
    private ChosenTarget.Credentials passwordLine(ChosenTarget chosen) throws CommandFailure {
        return where.passwordFromStandardInput() ? chosen.credentials(where, surroundings) : ChosenTarget.Credentials.NONE;
    }

    private int logged(RunRequest request, ChosenTarget.Credentials credentials, ChosenTarget chosen) throws CommandFailure, InterruptedException {
        if (output.wireLog == null) {
            return run(request, credentials, chosen, chosen.context());
        }
        Path path = surroundings.folder().resolve(output.wireLog);
        WireLogContent content = output.wireLogContent ? WireLogContent.SHOWN : WireLogContent.HIDDEN;
        try (WireLogFile log = WireLogFile.open(path, content, request.target().name() + " (" + request.target().address() + ")")) {
            int status = run(request, credentials, chosen, chosen.context().withWireLog(log));
            log.failure().ifPresent(e -> surroundings.terminal().errLine(Style.WARNING, "poshremote: the wire log " + output.wireLog + " is not complete: " + e.getMessage()));
            return status;
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the wire log " + output.wireLog + " cannot be written: " + e.getMessage(), e);
        }
    }

    private int run(RunRequest request, ChosenTarget.Credentials credentials, ChosenTarget chosen, RunContext context) throws InterruptedException {
        Terminal terminal = surroundings.terminal();
        EventPrinter printer = output.json ? new JsonRunPrinter(terminal) : new RunPrinter(terminal, output.raw);
        Cancellation cancellation = new Cancellation();
        ReaderWatch reader = new ReaderWatch(terminal, printer, cancellation);
        // watched before anything begins: an end of this process must never leave a script running that it could have ended
        try (Interrupts.Watch watch = surroundings.interrupts().onInterrupt(cancellation::request);
                Runner.Going run = surroundings.runner().start(request, credentials, reader, context)) {
            cancellation.of(run::cancel);
            RunOutcome outcome = run.await();
            if (reader.gone()) {
                return ExitCodes.PIPE_CLOSED;
            }
            printer.end(outcome);
            if (!output.json && outcome.failure().map(RunFailure::kind).filter(DIAGNOSED::contains).isPresent() && chosen.demo().isEmpty()) {
                terminal.errLine(Style.PLAIN, "  To find out why: poshremote doctor " + doctor(request.target()));
            }
            if (!output.json && outcome.failure().flatMap(RunFailure::cause).filter(RunCommand::certificate).isPresent()) {
                terminal.errLine(Style.PLAIN, "  To see the certificate: poshremote certificate show " + doctor(request.target()));
            }
            if (!output.json && outcome.failure().map(RunFailure::kind).filter(RunFailure.Kind.CLR::equals).isPresent() && !request.clrForced()) {
                terminal.errLine(Style.PLAIN, "  To try anyway: --clr 4 --clr-force");
            }
            return ExitCodes.of(outcome);
        }
    }

    private static boolean certificate(WsmanException cause) {
        return cause instanceof TransportException transport && transport.kind() == TransportException.Kind.TLS;
    }

    /** What names the target to another command. */
    private String doctor(Target target) {
        return where.on().map(name -> "--on " + (name.indexOf(' ') < 0 ? name : '"' + name + '"'))
            .orElseGet(() -> "--host " + target.host() + " --port " + target.port() + (target.https() && !target.ssh() ? " --https" : "")
                + (target.ssh() ? " --ssh" : "") + (target.proxy() == ProxyChoice.NONE ? "" : " --proxy " + target.proxy())
                + target.jumpHost().map(jump -> " --jump " + jump).orElse("") + (target.user().isEmpty() ? "" : " --user \"" + target.user() + '"'));
    }
}
