package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** Start-Process goes on at once, and the shell takes its children with it. */
public final class RemoteStartProcess extends Rule {
    public RemoteStartProcess() {
        super("PoshRemoteStartProcess", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Start-Process", "saps"), command -> {
            if (!Commands.hasParameter(command, "Wait", "w") && !Commands.hasParameter(command, "PassThru", "pas") && !Commands.isSplatted(command)) {
                String program = Commands.argument(command, "FilePath", 0).flatMap(Expression::constantText).orElse("the program");
                on.report(command.elements().get(0), program);
            }
        });
    }
}
