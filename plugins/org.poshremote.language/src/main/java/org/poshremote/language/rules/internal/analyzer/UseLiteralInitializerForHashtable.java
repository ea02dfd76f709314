package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** A Hashtable made by its type tells upper from lower case. */
public final class UseLiteralInitializerForHashtable extends Rule {
    private static final List<String> NAMES = List.of("hashtable", "collections.hashtable", "system.collections.hashtable");

    public UseLiteralInitializerForHashtable() {
        super("PSUseLiteralInitializerForHashtable", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("New-Object"), command -> {
            boolean only = command.elements().size() <= 3 && !Commands.hasParameter(command, "ArgumentList", "a");
            if (only && Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText).filter(name -> NAMES.contains(Shapes.lower(name))).isPresent()) {
                on.at(command).fix(command.start(), command.end(), "@{}").report();
            }
        });
        on.each(Expression.Invoke.class, call -> {
            if (call.isStatic() && call.target() instanceof Expression.TypeLiteral type && NAMES.contains(Shapes.lower(type.type().name())) && call.arguments().isEmpty()
                && call.member().constantText().filter("new"::equalsIgnoreCase).isPresent()) {
                on.at(call).fix(call.start(), call.end(), "@{}").report();
            }
        });
    }
}
