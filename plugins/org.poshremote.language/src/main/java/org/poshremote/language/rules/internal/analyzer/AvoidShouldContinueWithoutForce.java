package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** A question without a way round it stops every script. */
public final class AvoidShouldContinueWithoutForce extends Rule {
    public AvoidShouldContinueWithoutForce() {
        super("PSAvoidShouldContinueWithoutForce", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Invoke.class, call -> {
            if (call.member().constantText().filter("ShouldContinue"::equalsIgnoreCase).isPresent() && Shapes.isVariable(call.target(), "PSCmdlet")) {
                on.around(Statement.Function.class).filter(function -> Shapes.parameter(function, "Force").isEmpty())
                    .ifPresent(function -> on.at(call).with(function.name()).about(function.name()).report());
            }
        });
    }
}
