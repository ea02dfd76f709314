package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Words without names are hard to read. */
public final class AvoidUsingPositionalParameters extends Rule {
    public AvoidUsingPositionalParameters() {
        super("PSAvoidUsingPositionalParameters", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<String> allowed = on.options().words("CommandAllowList", List.of("az"));
        on.each(Command.class, command -> {
            String name = command.name();
            // of others it is not known whether they have parameters: programs have none
            if (isKnown(on, name) && !Commands.isSplatted(command) && allowed.stream().noneMatch(name::equalsIgnoreCase) && Commands.positional(command).size() > 2) {
                on.at(command).with(name).about(name).report();
            }
        });
    }

    private static boolean isKnown(Inspection on, String name) {
        return !name.isEmpty() && (Knowledge.resolve(name).isPresent()
            || on.model().functions().stream().anyMatch(function -> Shapes.unqualified(function.name()).equalsIgnoreCase(name)));
    }
}
