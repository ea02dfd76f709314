package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** What goes to the host only cannot be taken, kept or silenced before 5.0. */
public final class AvoidUsingWriteHost extends Rule {
    public AvoidUsingWriteHost() {
        super("PSAvoidUsingWriteHost", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Write-Host"), command -> {
            if (!shows(on)) {
                on.report(command.elements().get(0), "Write-Host");
            }
        });
        on.each(Expression.Invoke.class, call -> {
            if (call.isStatic() && call.target() instanceof Expression.TypeLiteral type && Types.name(type.type()).toLowerCase(Locale.ROOT).endsWith("console")
                && call.member().constantText().filter(name -> name.toLowerCase(Locale.ROOT).startsWith("write")).isPresent() && !shows(on)) {
                on.report(call, "[Console]");
            }
        });
    }

    private static boolean shows(Inspection on) {
        return on.around(Statement.Function.class).filter(function -> Shapes.verb(function.name()).equalsIgnoreCase("Show")).isPresent();
    }
}
