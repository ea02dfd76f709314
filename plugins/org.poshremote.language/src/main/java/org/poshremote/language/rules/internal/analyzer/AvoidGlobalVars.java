package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** Global variables outlive the script and meet those of others. */
public final class AvoidGlobalVars extends Rule {
    public AvoidGlobalVars() {
        super("PSAvoidGlobalVars", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Expression.Variable.class, variable -> {
            if (variable.qualifier().equals("global") && !AutomaticVariables.isAutomatic(variable.name()) && !AutomaticVariables.isPreference(variable.name())) {
                on.at(variable).with(variable.name()).about(variable.name()).report();
            }
        });
    }
}
