package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.Statement;

/** What a program writes to its error stream becomes an error that stops the script. */
public final class RemoteNativeErrors extends Rule {
    public RemoteNativeErrors() {
        super("PoshRemoteNativeErrors", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.target().isAtLeast(7, 2)) {
            return;
        }
        boolean[] stops = new boolean[1];
        on.each(Statement.Assignment.class, assignment -> {
            if (assignment.left() instanceof Expression.Variable variable && variable.name().equalsIgnoreCase("ErrorActionPreference")) {
                stops[0] = DataFile.value(assignment.right()).filter(value -> value.toString().equalsIgnoreCase("Stop")).isPresent();
            }
        });
        on.each(Redirection.Merging.class, redirection -> {
            if (stops[0] && redirection.from() == 2 && on.parent().orElseThrow() instanceof Command command && isProgram(command.name())) {
                on.report(redirection, command.name());
            }
        });
    }

    private static boolean isProgram(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".exe") || lower.endsWith(".cmd") || lower.endsWith(".bat") || List.of("git", "msbuild", "docker", "npm", "node", "python", "java", "dotnet", "choco", "robocopy", "curl.exe")
            .contains(lower);
    }
}
