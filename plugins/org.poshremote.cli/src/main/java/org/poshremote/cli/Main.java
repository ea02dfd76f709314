package org.poshremote.cli;

import org.poshremote.cli.targets.TargetsCommand;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The terminal program. */
@Command(name = "poshremote", mixinStandardHelpOptions = true, version = "PoshRemote 0.1.0", scope = ScopeType.INHERIT,
        description = "Remote PowerShell: write a script here, run it on a Windows node, see why it will not connect.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Main())
            .addSubcommand(new TargetsCommand(terminal))
            .addSubcommand("help", new CommandLine.HelpCommand());
        line.setParameterExceptionHandler((e, args) -> usageMistake(terminal, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure(terminal, e));
        line.setOut(new java.io.PrintWriter(terminal.out(), true));
        line.setErr(new java.io.PrintWriter(terminal.err(), true));
        line.setExecutionStrategy(new CommandLine.RunLast());
        return line.execute(arguments);
    }

    private static int usageMistake(Terminal terminal, ParameterException e) {
        terminal.errLine(Style.ERROR, "poshremote: " + e.getMessage());
        terminal.errLine(Style.PLAIN, "Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static int failure(Terminal terminal, Exception e) throws Exception {
        if (e instanceof CommandFailure failure) {
            terminal.errLine(Style.ERROR, "poshremote: " + failure.getMessage());
            return failure.status();
        }
        throw e;
    }
}
