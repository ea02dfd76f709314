package org.poshremote.language.rules.internal.analyzer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** One parameter takes the object of the pipeline. */
public final class UseSingleValueFromPipeline extends Rule {
    public UseSingleValueFromPipeline() {
        super("PSUseSingleValueFromPipelineParameter", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            Set<String> sets = new HashSet<>();
            for (Parameter parameter : function.declaredParameters()) {
                for (AttributeNode.Attribute attribute : Shapes.attributes(parameter.attributes(), "Parameter")) {
                    String set = Shapes.named(attribute, "ParameterSetName").flatMap(AttributeNode.Attribute.Named::value).flatMap(Expression::constantText).orElse("").toLowerCase(Locale.ROOT);
                    if (Shapes.isSet(attribute, "ValueFromPipeline") && !sets.add(set)) {
                        on.at(parameter.name()).with(parameter.name().path()).about(parameter.name().path()).report();
                    }
                }
            }
        });
    }
}
