package org.poshremote.language.rules.internal.analyzer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** Names of parameter sets tell upper from lower case. */
public final class UseConsistentParameterSetName extends Rule {
    public UseConsistentParameterSetName() {
        super("PSUseConsistentParameterSetName", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            Optional<String> first = Shapes.attribute(Shapes.attributes(function), "CmdletBinding").flatMap(binding -> Shapes.named(binding, "DefaultParameterSetName"))
                .flatMap(AttributeNode.Attribute.Named::value).flatMap(Expression::constantText);
            Map<String, String> written = new HashMap<>();
            first.ifPresent(name -> written.put(Shapes.lower(name), name));
            Set<String> sets = new HashSet<>();
            for (Parameter parameter : function.declaredParameters()) {
                for (AttributeNode.Attribute attribute : Shapes.attributes(parameter.attributes(), "Parameter")) {
                    Shapes.named(attribute, "ParameterSetName").ifPresent(argument -> argument.value().flatMap(Expression::constantText).ifPresent(name -> {
                        sets.add(Shapes.lower(name));
                        String before = written.putIfAbsent(Shapes.lower(name), name);
                        if (before != null && !before.equals(name)) {
                            on.at(argument.start(), argument.end()).with(name, before).about(parameter.name().path()).report();
                        }
                    }));
                }
            }
            if (first.isEmpty() && sets.size() > 1) {
                on.at(function.nameStart(), function.nameEnd()).text("default").about(function.name()).report();
            }
            first.filter(name -> !sets.isEmpty() && !sets.contains(Shapes.lower(name))).ifPresent(name ->
                on.at(function.nameStart(), function.nameEnd()).text("unknown").with(name).about(function.name()).report());
        });
    }
}
