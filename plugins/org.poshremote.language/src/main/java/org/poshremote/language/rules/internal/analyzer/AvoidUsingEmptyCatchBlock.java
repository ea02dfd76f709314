package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Clause;

/** An empty catch hides what went wrong. */
public final class AvoidUsingEmptyCatchBlock extends Rule {
    public AvoidUsingEmptyCatchBlock() {
        super("PSAvoidUsingEmptyCatchBlock", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Clause.Catch.class, clause -> {
            if (clause.body().statements().isEmpty()) {
                on.report(clause);
            }
        });
    }
}
