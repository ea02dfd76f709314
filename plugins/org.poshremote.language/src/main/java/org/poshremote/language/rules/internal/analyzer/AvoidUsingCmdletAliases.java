package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.layout.internal.Aliases;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.layout.Passes;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;

/** An alias may be missing or mean something else elsewhere. */
public final class AvoidUsingCmdletAliases extends Rule {
    public AvoidUsingCmdletAliases() {
        super("PSAvoidUsingCmdletAliases", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        Aliases aliases = Passes.aliases(on.options());
        on.each(Command.class, command -> aliases.meant(command, on.model()).ifPresent(meant -> {
            Node word = command.elements().get(0);
            on.at(word).with(command.name(), meant).about(command.name()).fix(word.start(), word.end(), meant).report();
        }));
    }
}
