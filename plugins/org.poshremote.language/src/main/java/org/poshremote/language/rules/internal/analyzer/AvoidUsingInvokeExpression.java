package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Text that becomes code may hold more than was meant. */
public final class AvoidUsingInvokeExpression extends Rule {
    public AvoidUsingInvokeExpression() {
        super("PSAvoidUsingInvokeExpression", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Invoke-Expression", "iex"), command -> on.report(command.elements().get(0)));
    }
}
