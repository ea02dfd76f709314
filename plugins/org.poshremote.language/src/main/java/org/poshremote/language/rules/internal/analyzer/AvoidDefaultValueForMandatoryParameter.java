package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Parameter;

/** The default of a mandatory parameter is never used. */
public final class AvoidDefaultValueForMandatoryParameter extends Rule {
    public AvoidDefaultValueForMandatoryParameter() {
        super("PSAvoidDefaultValueForMandatoryParameter", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            if (parameter.defaultValue().isPresent() && Shapes.isMandatory(parameter)) {
                on.at(parameter.name()).with(parameter.name().path()).about(parameter.name().path()).report();
            }
        });
    }
}
