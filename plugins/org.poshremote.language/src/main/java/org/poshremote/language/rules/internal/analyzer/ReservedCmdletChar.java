package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** Some characters in a name make it impossible to call. */
public final class ReservedCmdletChar extends Rule {
    private static final String RESERVED = "#,(){}[]&/\\$^;:\"'<>|?@`*%+=~";

    public ReservedCmdletChar() {
        super("PSReservedCmdletChar", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            String noun = Shapes.noun(function.name());
            if (noun.chars().anyMatch(c -> RESERVED.indexOf(c) >= 0)) {
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report();
            }
        });
    }
}
