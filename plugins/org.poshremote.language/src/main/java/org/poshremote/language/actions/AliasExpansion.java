package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.workspace.WorkspaceIndex;

/** The commands that aliases stand for. */
final class AliasExpansion {
    private AliasExpansion() {
    }

    static List<ScriptAction> of(ScriptModel model, WorkspaceIndex index, Command here) {
        List<ScriptAction> actions = new ArrayList<>();
        edit(model, index, here).ifPresent(edit -> {
            actions.add(new ScriptAction("Write " + here.name() + " as " + edit.text(), ScriptAction.Kind.REWRITE, "", List.of(edit)));
            List<Edit> all = model.calls().stream().flatMap(call -> edit(model, index, call.command()).stream()).toList();
            if (all.size() > 1) {
                actions.add(new ScriptAction("Write all " + all.size() + " aliases of this file as the commands they stand for", ScriptAction.Kind.REWRITE, "", all));
            }
        });
        return actions;
    }

    /** A function of that name comes after an alias, but one that the workspace makes is of its own. */
    private static Optional<Edit> edit(ScriptModel model, WorkspaceIndex index, Command command) {
        if (command.elements().isEmpty() || !(command.elements().get(0) instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE
            || !model.callerOf(command).function(word.value()).isEmpty() || !index.functions(word.value()).isEmpty() || !index.aliases(word.value()).isEmpty()) {
            return Optional.empty();
        }
        return Knowledge.alias(word.value()).map(meant -> new Edit(word.start(), word.end(), meant));
    }
}
