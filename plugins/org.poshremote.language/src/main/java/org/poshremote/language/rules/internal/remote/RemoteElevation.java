package org.poshremote.language.rules.internal.remote;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** No question about elevation appears in a remote run. */
public final class RemoteElevation extends Rule {
    public RemoteElevation() {
        super("PoshRemoteElevation", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Start-Process", "saps", "start"), command -> Commands.parameter(command, "Verb", "verb").ifPresent(parameter -> Commands.valueOf(command, parameter)
            .filter(value -> value.constantText().filter("RunAs"::equalsIgnoreCase).isPresent())
            .ifPresent(value -> on.at(parameter.start(), value.end()).with("-Verb RunAs").report())));
        on.eachCommand(List.of("runas", "runas.exe"), command -> on.report(command.elements().get(0), command.name()));
    }
}
