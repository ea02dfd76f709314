package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.CommandElement.CommandParameter;

/** Secrets over plain HTTP can be read on the way. */
public final class AvoidUsingAllowUnencryptedAuthentication extends Rule {
    public AvoidUsingAllowUnencryptedAuthentication() {
        super("PSAvoidUsingAllowUnencryptedAuthentication", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(CommandParameter.class, parameter -> {
            if (parameter.name().equalsIgnoreCase("AllowUnencryptedAuthentication")) {
                on.report(parameter);
            }
        });
    }
}
