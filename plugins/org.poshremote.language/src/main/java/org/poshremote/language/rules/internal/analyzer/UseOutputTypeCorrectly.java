package org.poshremote.language.rules.internal.analyzer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** What a function promises to give back. */
public final class UseOutputTypeCorrectly extends Rule {
    public UseOutputTypeCorrectly() {
        super("PSUseOutputTypeCorrectly", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            if (Shapes.attribute(Shapes.attributes(function), "CmdletBinding").isEmpty()) {
                return;
            }
            Set<String> promised = new HashSet<>();
            Shapes.attributes(Shapes.attributes(function), "OutputType").forEach(attribute -> attribute.positional().forEach(type -> Shapes.walk(type, node -> {
                if (node instanceof TypeName name) {
                    promised.add(Shapes.lower(Types.name(name)));
                } else if (node instanceof Expression.StringConstant text) {
                    promised.add(Shapes.lower(Types.name(new TypeName(0, 0, text.value(), List.of(), ""))));
                }
            })));
            function.body().blocks().forEach(block -> returns(on, function, block, promised));
        });
    }

    private static void returns(Inspection on, Statement.Function function, Node node, Set<String> promised) {
        if (node instanceof Statement.Function || node instanceof Expression.ScriptBlockLiteral) {
            return;
        }
        if (node instanceof Statement.Leave leave && leave.keyword().equals("return") && leave.value().orElse(null) instanceof Statement.Pipeline pipeline) {
            pipeline.expression().flatMap(on.types()::of).filter(type -> !type.equals("object[]") && !type.startsWith("__") && !promised.contains(Shapes.lower(type)) && !promised.contains("object"))
                .ifPresent(type -> on.at(leave).with(function.name(), type).about(type).report());
        }
        node.children().forEach(child -> returns(on, function, child, promised));
    }
}
