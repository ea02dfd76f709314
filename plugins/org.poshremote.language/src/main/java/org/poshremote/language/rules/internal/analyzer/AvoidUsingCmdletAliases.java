package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** An alias may be missing or mean something else elsewhere. */
public final class AvoidUsingCmdletAliases extends Rule {
    public AvoidUsingCmdletAliases() {
        super("PSAvoidUsingCmdletAliases", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        List<String> allowed = on.options().words("allowlist", List.of());
        on.each(Command.class, command -> {
            String name = command.name();
            if (name.isEmpty() || !(command.elements().get(0) instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE || allowed.stream().anyMatch(name::equalsIgnoreCase)) {
                return;
            }
            Optional<String> meant = Knowledge.alias(name);
            if (meant.isPresent() && on.model().callerOf(command).function(name).isEmpty()) {
                on.at(word).with(name, meant.get()).about(name).fix(word.start(), word.end(), meant.get()).report();
            }
        });
    }
}
