package org.poshremote.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.poshremote.cli.certificate.CertificateCommand;
import org.poshremote.cli.check.CheckCommand;
import org.poshremote.cli.demo.DemoCommand;
import org.poshremote.cli.doctor.DoctorCommand;
import org.poshremote.cli.format.FormatCommand;
import org.poshremote.cli.language.LanguageServerCommand;
import org.poshremote.cli.run.RunCommand;
import org.poshremote.cli.selftest.SelfTestCommand;
import org.poshremote.cli.targets.TargetsCommand;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The terminal program. */
@Command(name = "poshremote", mixinStandardHelpOptions = true, versionProvider = Version.class, scope = ScopeType.INHERIT,
        description = "Remote PowerShell: write a script here, run it on a Windows node, see its output as it comes.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {
    private static final String[] EXAMPLES = {"",
        "Begin with:",
        "  poshremote run examples/hello-node.ps1 --on demo",
        "",
        "Then with a node of yours:",
        "  poshremote targets add web1 --host web1.example --https --user \".\\admin\"",
        "  poshremote run setup.ps1 --on web1",
        "",
        "\"poshremote help run\" says more about a command."};

    @Spec
    private CommandSpec spec;

    private Main() {
    }

    /** Without a command: which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    static int run(Surroundings surroundings, String... arguments) {
        Terminal terminal = surroundings.terminal();
        CommandLine line = new CommandLine(new Main());
        // reading the options of a command takes time that a short run would notice: a command that is named is there alone
        Map<String, Supplier<Object>> commands = commands(surroundings);
        List<String> needed = arguments.length > 0 && commands.containsKey(arguments[0]) ? List.of(arguments[0]) : List.copyOf(commands.keySet());
        needed.forEach(name -> line.addSubcommand(name, commands.get(name).get()));
        line.addSubcommand("help", new CommandLine.HelpCommand());
        line.getCommandSpec().usageMessage().footer(EXAMPLES);
        // a script's argument that begins with @ is the script's
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, args) -> usageMistake(terminal, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure(terminal, e));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpWidth(100);
        return line.execute(arguments);
    }

    private static Map<String, Supplier<Object>> commands(Surroundings surroundings) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(surroundings));
        commands.put("targets", () -> new TargetsCommand(surroundings));
        commands.put("doctor", () -> new DoctorCommand(surroundings));
        commands.put("certificate", () -> new CertificateCommand(surroundings));
        commands.put("demo", () -> new DemoCommand(surroundings));
        commands.put("check", () -> new CheckCommand(surroundings));
        commands.put("format", () -> new FormatCommand(surroundings));
        commands.put("language-server", () -> new LanguageServerCommand(surroundings));
        commands.put("selftest", () -> new SelfTestCommand(surroundings));
        return commands;
    }

    private static int usageMistake(Terminal terminal, ParameterException e) {
        CommandLine command = e.getCommandLine();
        terminal.errLine(Style.ERROR, "poshremote: " + e.getMessage());
        if (e instanceof UnmatchedArgumentException && command.getCommandName().equals("run")) {
            terminal.errLine(Style.PLAIN, "Arguments for the script come after --, as in: poshremote run FILE --on TARGET -- -Name value");
        }
        terminal.errLine(Style.PLAIN, "Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static int failure(Terminal terminal, Exception e) {
        if (e instanceof CommandFailure failure) {
            terminal.errLine(Style.ERROR, "poshremote: " + failure.getMessage());
            return failure.status();
        }
        terminal.errLine(Style.ERROR, "poshremote: a mistake of this program ended the command. Please report what follows.");
        terminal.err(CrashReport.of(e));
        return ExitCodes.SOFTWARE;
    }
}
