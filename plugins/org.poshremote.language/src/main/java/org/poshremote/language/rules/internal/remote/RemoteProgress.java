package org.poshremote.language.rules.internal.remote;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/** Progress over the network is slow. */
public final class RemoteProgress extends Rule {
    public RemoteProgress() {
        super("PoshRemoteProgress", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<Command> slow = new ArrayList<>();
        on.eachCommand(List.of("Invoke-WebRequest", "iwr", "curl", "wget"), command -> {
            if (Commands.hasParameter(command, "OutFile", "outf")) {
                slow.add(command);
            }
        });
        on.eachCommand(List.of("Write-Progress"), command -> {
            if (on.around(Statement.ForEach.class).isPresent() || on.around(Statement.While.class).isPresent() || on.around(Statement.For.class).isPresent() || on.around(Statement.Do.class).isPresent()) {
                slow.add(command);
            }
        });
        boolean[] silent = new boolean[1];
        on.each(Statement.Assignment.class, assignment -> silent[0] |= assignment.left() instanceof Expression.Variable variable && variable.name().equalsIgnoreCase("ProgressPreference"));
        on.atEnd(() -> {
            if (!silent[0]) {
                slow.forEach(command -> on.report(command.elements().get(0), command.name()));
            }
        });
    }
}
