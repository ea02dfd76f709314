package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A module's alias for everybody may hide another one. */
public final class AvoidGlobalAliases extends Rule {
    public AvoidGlobalAliases() {
        super("PSAvoidGlobalAliases", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.file().isModule()) {
            on.eachCommand(List.of("New-Alias", "Set-Alias", "nal", "sal"), command -> {
                if (Commands.valueOf(command, "Scope", "sc").flatMap(Expression::constantText).filter("Global"::equalsIgnoreCase).isPresent()) {
                    on.report(command.elements().get(0));
                }
            });
        }
    }
}
