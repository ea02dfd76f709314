package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Parameter;

/** A parameter is of one type. */
public final class AvoidMultipleTypeAttributes extends Rule {
    public AvoidMultipleTypeAttributes() {
        super("PSAvoidMultipleTypeAttributes", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            if (parameter.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).count() > 1) {
                on.at(parameter.name()).with(parameter.name().path()).about(parameter.name().path()).report();
            }
        });
    }
}
