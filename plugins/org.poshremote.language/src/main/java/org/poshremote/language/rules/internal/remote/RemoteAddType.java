package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** No compiler on Nano Server. */
public final class RemoteAddType extends Rule {
    public RemoteAddType() {
        super("PoshRemoteAddType", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.target().isNano()) {
            on.eachCommand(List.of("Add-Type"), command -> {
                if (!Commands.hasParameter(command, "Path", "pat") && !Commands.hasParameter(command, "AssemblyName", "a") && !Commands.hasParameter(command, "LiteralPath", "l")) {
                    on.report(command.elements().get(0), on.target().described());
                }
            });
        }
    }
}
