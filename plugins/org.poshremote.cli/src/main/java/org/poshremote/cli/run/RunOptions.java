package org.poshremote.cli.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.Choice;
import org.poshremote.cli.options.DurationOption;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How a script runs, wherever it runs. */
final class RunOptions {
    @Option(names = "--shell", paramLabel = "NAME", converter = ShellConverter.class,
            description = "PowerShell host: powershell, pwsh, or cmd for a batch script.")
    private PowerShellHost shell = PowerShellHost.POWERSHELL;

    @Option(names = "--clr", paramLabel = "NAME", converter = ClrConverter.class,
            description = "CLR host: default is what the PowerShell host brings; 4 and auto run under CLR 4 or not at all.")
    private ClrHost clr = ClrHost.DEFAULT;

    @Option(names = "--clr-force", description = "With --clr 4: try CLR 4 in a child process also where it is known to crash.")
    private boolean clrForced;

    @Option(names = "--profile-scripts", description = "Load the account's PowerShell profile scripts first.")
    private boolean profileScripts;

    @Option(names = "--env", paramLabel = "N=V", description = "Environment variable of the remote process; may be repeated.")
    private List<String> environment = List.of();

    @Option(names = "--working-folder", paramLabel = "D", description = "Folder on the node to run in.")
    private String workingFolder;

    @Option(names = "--stdin", paramLabel = "FILE", description = "What the script reads as its standard input; - is that of this command.")
    private String stdin;

    @Option(names = "--timeout", paramLabel = "D", converter = DurationOption.class, description = "Longest time for the whole run, such as 90s or 1h30m.")
    private Duration timeout;

    @Option(names = "--silence-timeout", paramLabel = "D", converter = DurationOption.class, description = "Longest time without any output.")
    private Duration silenceTimeout;

    @Option(names = "--accept-exit", paramLabel = "N", split = ",", converter = ExitCodeConverter.class,
            description = "Exit code that counts as success besides 0, such as 3010 (restart needed); may be repeated.")
    private List<Long> acceptedExitCodes = List.of();

    boolean readsStandardInput() {
        return "-".equals(stdin);
    }

    RunRequest request(Target target, ScriptSource script, List<String> arguments, boolean confirmed, Surroundings surroundings) throws CommandFailure {
        RunRequest.Builder request = RunRequest.of(target, script)
            .arguments(arguments)
            .stdin(standardInput(surroundings))
            .workingFolder(Optional.ofNullable(workingFolder))
            .environment(variables())
            .shell(shell).clr(clr).clrForced(clrForced).profileScripts(profileScripts)
            .timeouts(new Timeouts(Optional.ofNullable(silenceTimeout), Optional.ofNullable(timeout)))
            .confirmed(confirmed);
        acceptedExitCodes.forEach(request::acceptExitCode);
        return request.build();
    }

    private StandardInput standardInput(Surroundings surroundings) throws CommandFailure {
        if (stdin == null) {
            return StandardInput.NONE;
        }
        if (readsStandardInput()) {
            return new StandardInput.Stream(surroundings.in());
        }
        return new StandardInput.File(LocalFiles.readable("the standard input", stdin, surroundings));
    }

    private Map<String, String> variables() throws CommandFailure {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String given : environment) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                // the text may be a secret that was meant as a value: it is not repeated
                throw new CommandFailure(ExitCodes.USAGE, "--env takes NAME=VALUE, and one that was given has no name or no \"=\".");
            }
            variables.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return variables;
    }

    static final class ShellConverter implements ITypeConverter<PowerShellHost> {
        @Override
        public PowerShellHost convert(String typed) {
            return Choice.of(PowerShellHost.values(), PowerShellHost::id, typed, "PowerShell host");
        }
    }

    static final class ClrConverter implements ITypeConverter<ClrHost> {
        @Override
        public ClrHost convert(String typed) {
            return Choice.of(ClrHost.values(), ClrHost::id, typed, "CLR host");
        }
    }

    /** Signed or unsigned, decimal or 0x: people copy them from where they find them. */
    static final class ExitCodeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String typed) {
            try {
                long code = Long.decode(typed.strip());
                if (code >= Integer.MIN_VALUE && code <= 0xFFFFFFFFL) {
                    return code;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new picocli.CommandLine.TypeConversionException("'" + typed + "' is no exit code: give a number of 32 bits such as 3010 or 0x80070005");
        }
    }
}
