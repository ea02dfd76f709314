package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/** SupportsShouldProcess and its question belong together. */
public final class ShouldProcess extends Rule {
    private static final List<String> CHANGING = List.of("new", "set", "remove", "start", "stop", "restart", "reset", "update", "add", "clear", "rename", "move", "copy", "disable", "enable",
        "install", "uninstall", "import", "export", "invoke", "suspend", "resume", "register", "unregister", "save", "publish", "out");

    public ShouldProcess() {
        super("PSShouldProcess", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            Optional<AttributeNode.Attribute> binding = Shapes.attribute(Shapes.attributes(function), "CmdletBinding");
            boolean declared = binding.filter(attribute -> Shapes.isSet(attribute, "SupportsShouldProcess")).isPresent();
            List<Expression.Invoke> asks = Shapes.all(function.body(), Expression.Invoke.class).stream().filter(call -> call.member().constantText()
                .filter(name -> name.equalsIgnoreCase("ShouldProcess") || name.equalsIgnoreCase("ShouldContinue")).isPresent()).toList();
            if (declared && asks.isEmpty() && !handsOn(function)) {
                AttributeNode.Attribute.Named argument = Shapes.named(binding.get(), "SupportsShouldProcess").orElseThrow();
                on.at(argument.start(), argument.end()).with(function.name()).about(function.name()).report();
            } else if (!declared) {
                asks.stream().filter(call -> call.member().constantText().filter("ShouldProcess"::equalsIgnoreCase).isPresent()
                    && Shapes.isVariable(call.target(), "PSCmdlet") && nearest(on, function, call)).findFirst()
                    .ifPresent(call -> on.at(call.member()).text("undeclared").with(function.name()).about(function.name()).report());
            }
        });
    }

    private static boolean handsOn(Statement.Function function) {
        return Shapes.any(function.body(), node -> node instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("WhatIfPreference")
            || node instanceof CommandParameter parameter && parameter.name().equalsIgnoreCase("WhatIf")
            // commands of PowerShell that change things take -WhatIf from the one who calls
            || node instanceof Command command && CHANGING.contains(Shapes.lower(Shapes.verb(command.name()))));
    }

    /** Whether no other function lies between. */
    private static boolean nearest(Inspection on, Statement.Function function, Expression.Invoke call) {
        return on.model().functions().stream().noneMatch(inner -> inner != function && inner.start() > function.start() && inner.start() < call.start() && call.end() < inner.end());
    }
}
