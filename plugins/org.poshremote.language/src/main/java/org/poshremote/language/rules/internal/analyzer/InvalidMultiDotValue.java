package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** A version without quotes is a number with a property. */
public final class InvalidMultiDotValue extends Rule {
    public InvalidMultiDotValue() {
        super("PSInvalidMultiDotValue", Severity.ERROR, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.MemberAccess.class, access -> {
            String source = Shapes.source(on.text(), access);
            boolean inner = on.parent().filter(Expression.MemberAccess.class::isInstance).isPresent();
            if (!inner && source.matches("\\d+(\\.\\d+){2,}")) {
                on.at(access).with(source).fix(access.start(), access.end(), "'" + source + "'").report();
            }
        });
    }
}
