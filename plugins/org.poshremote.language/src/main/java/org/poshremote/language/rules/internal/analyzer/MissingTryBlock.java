package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A catch that belongs to no try is a command. */
public final class MissingTryBlock extends Rule {
    public MissingTryBlock() {
        super("PSMissingTryBlock", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("catch", "finally"), command -> {
            if (command.elements().size() > 1 && command.elements().get(command.elements().size() - 1) instanceof Expression.ScriptBlockLiteral) {
                on.report(command.elements().get(0), command.name());
            }
        });
    }
}
