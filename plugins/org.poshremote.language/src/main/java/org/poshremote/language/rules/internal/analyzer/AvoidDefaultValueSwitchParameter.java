package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Parameter;

/** A switch that is on by itself cannot be switched on. */
public final class AvoidDefaultValueSwitchParameter extends Rule {
    public AvoidDefaultValueSwitchParameter() {
        super("PSAvoidDefaultValueSwitchParameter", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            if (parameter.type().map(Types::name).filter("switch"::equals).isPresent() && parameter.defaultValue().filter(value -> Shapes.isVariable(value, "true")).isPresent()) {
                on.at(parameter.name().start(), parameter.end()).with(parameter.name().path()).about(parameter.name().path()).report();
            }
        });
    }
}
