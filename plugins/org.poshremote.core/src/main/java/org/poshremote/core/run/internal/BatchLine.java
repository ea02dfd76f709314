package org.poshremote.core.run.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A batch script as one line for cmd.exe, which WinRS starts with {@code /c}. Comments, empty lines and {@code @echo off} are
 * left out; more than one command has to stand on one line with {@code &}, since a batch file of several lines would have to
 * be written on the node.
 */
record BatchLine(String line, Optional<String> refusal) {
    static BatchLine of(String script, List<String> arguments) {
        List<String> commands = script.lines().map(String::strip).filter(BatchLine::isCommand).toList();
        if (commands.size() != 1) {
            return new BatchLine("", Optional.of(commands.isEmpty() ? "The batch script has no command."
                    : "The batch script has " + commands.size() + " lines of commands. cmd runs one line here, since more would need a"
                            + " file on the node: join them with &, or use a PowerShell script."));
        }
        StringBuilder line = new StringBuilder(commands.get(0));
        for (String argument : arguments) {
            if (argument.chars().anyMatch(c -> c < ' ' || c == '"' || c == '%')) {
                return new BatchLine("", Optional.of("An argument for cmd cannot hold quotes, percent signs or control characters."));
            }
            boolean plain = argument.matches("[\\p{L}\\p{N}_.:\\\\/=+-]+");
            line.append(' ').append(plain ? argument : '"' + argument + '"');
        }
        return line.length() > CommandLines.LONGEST
                ? new BatchLine("", Optional.of("The command line has " + line.length() + " characters; cmd takes "
                        + CommandLines.LONGEST + "."))
                : new BatchLine(line.toString(), Optional.empty());
    }

    private static boolean isCommand(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return !lower.isEmpty() && !lower.equals("@echo off") && !lower.startsWith("::") && !lower.equals("rem")
                && !lower.startsWith("rem ") && !lower.startsWith("@rem ");
    }
}
