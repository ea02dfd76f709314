package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** What changes a machine should be able to say what it would change. */
public final class UseShouldProcessForStateChangingFunctions extends Rule {
    private static final List<String> VERBS = List.of("new", "set", "remove", "start", "stop", "restart", "reset", "update");

    public UseShouldProcessForStateChangingFunctions() {
        super("PSUseShouldProcessForStateChangingFunctions", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            boolean declared = Shapes.attribute(Shapes.attributes(function), "CmdletBinding").filter(attribute -> Shapes.isSet(attribute, "SupportsShouldProcess")).isPresent();
            if (!declared && !function.keyword().equals("workflow") && VERBS.contains(Shapes.lower(Shapes.verb(function.name())))) {
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report();
            }
        });
    }
}
