package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A list that gives back a number each time something is added. */
public final class AvoidUsingArrayList extends Rule {
    public AvoidUsingArrayList() {
        super("PSAvoidUsingArrayList", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("New-Object"), command -> {
            if (Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText).filter(AvoidUsingArrayList::isArrayList).isPresent()) {
                on.report(command);
            }
        });
        on.each(Expression.Invoke.class, call -> {
            if (call.isStatic() && call.target() instanceof Expression.TypeLiteral type && isArrayList(type.type().name())) {
                on.report(call);
            }
        });
        on.each(Expression.Convert.class, convert -> {
            if (isArrayList(convert.constraint().type().name())) {
                on.report(convert.constraint());
            }
        });
    }

    private static boolean isArrayList(String name) {
        return name.equalsIgnoreCase("System.Collections.ArrayList") || name.equalsIgnoreCase("Collections.ArrayList") || name.equalsIgnoreCase("ArrayList");
    }
}
