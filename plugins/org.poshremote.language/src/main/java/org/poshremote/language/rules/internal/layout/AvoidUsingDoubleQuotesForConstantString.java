package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** Double quotes say that something is put in. */
public final class AvoidUsingDoubleQuotesForConstantString extends Rule {
    public AvoidUsingDoubleQuotesForConstantString() {
        super("PSAvoidUsingDoubleQuotesForConstantString", Severity.INFORMATION, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.StringConstant.class, string -> {
            String source = Shapes.source(on.text(), string);
            // the text between the expressions of a string has no quotes of its own
            boolean whole = on.parent().filter(Expression.ExpandableString.class::isInstance).isEmpty();
            boolean plain = whole && string.quotes() == Expression.Quotes.DOUBLE && source.length() > 1 && source.charAt(0) == '"' && source.endsWith("\"");
            if (plain && source.indexOf('`') < 0 && source.indexOf('\'') < 0 && source.indexOf('"', 1) == source.length() - 1) {
                on.at(string).fix(string.start(), string.end(), "'" + string.value() + "'").report();
            } else if (whole && string.quotes() == Expression.Quotes.DOUBLE_HERE && source.startsWith("@\"") && source.endsWith("\"@") && source.indexOf('`') < 0 && !source.contains("'@")) {
                on.at(string).fix(string.start(), string.start() + 2, "@'").fix(string.end() - 2, string.end(), "'@").report();
            }
        });
    }
}
