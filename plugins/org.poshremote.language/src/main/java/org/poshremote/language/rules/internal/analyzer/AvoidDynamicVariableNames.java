package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Variables whose names stand nowhere. */
public final class AvoidDynamicVariableNames extends Rule {
    public AvoidDynamicVariableNames() {
        super("PSAvoidDynamicallyCreatingVariableNames", Severity.INFORMATION, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("New-Variable", "nv", "Set-Variable", "sv"), command -> {
            if (Commands.argument(command, "Name", 0).filter(name -> name.constantText().isEmpty()).isPresent()) {
                on.report(command.elements().get(0));
            }
        });
    }
}
