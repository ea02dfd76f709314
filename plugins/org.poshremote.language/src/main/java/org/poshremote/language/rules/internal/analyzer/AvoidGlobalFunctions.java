package org.poshremote.language.rules.internal.analyzer;

import java.util.Locale;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** A module's function for everybody is not removed with the module. */
public final class AvoidGlobalFunctions extends Rule {
    public AvoidGlobalFunctions() {
        super("PSAvoidGlobalFunctions", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.file().isModule()) {
            on.each(Statement.Function.class, function -> {
                if (function.name().toLowerCase(Locale.ROOT).startsWith("global:")) {
                    on.at(function.nameStart(), function.nameEnd()).with(Shapes.unqualified(function.name())).about(Shapes.unqualified(function.name())).report();
                }
            });
        }
    }
}
