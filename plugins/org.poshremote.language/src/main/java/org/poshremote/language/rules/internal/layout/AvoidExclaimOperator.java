package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** One of two ways to write not. */
public final class AvoidExclaimOperator extends Rule {
    public AvoidExclaimOperator() {
        super("PSAvoidExclaimOperator", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Unary.class, unary -> {
            if (unary.operator().equals("!")) {
                boolean blank = on.text().startsWith(" ", unary.start() + 1);
                on.at(unary).fix(unary.start(), unary.start() + 1, blank ? "-not" : "-not ").report();
            }
        });
    }
}
