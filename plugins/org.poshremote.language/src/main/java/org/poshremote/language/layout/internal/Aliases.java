package org.poshremote.language.layout.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;

/**
 * The commands that PowerShell's own aliases stand for.
 *
 * @param allowed aliases that stay
 */
public record Aliases(List<String> allowed) implements Pass {
    @Override
    public void apply(Draft draft) {
        ScriptModel model = ScriptModel.of(draft.script());
        List<Use> uses = new ArrayList<>();
        Deque<Node> left = new ArrayDeque<>();
        left.push(draft.script().root());
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof Command command) {
                meant(command, model).ifPresent(name -> uses.add(new Use(command.elements().get(0).start(), command.elements().get(0).end(), name)));
            }
            node.children().forEach(left::push);
        }
        // from the end, since a string may hold several
        uses.sort(Comparator.comparingInt(Use::start).reversed());
        uses.forEach(use -> replace(draft, use));
    }

    private record Use(int start, int end, String meant) {
    }

    private static void replace(Draft draft, Use use) {
        int token = draft.at(use.end()) - 1;
        int from = use.start() - draft.token(token).start();
        String word = draft.word(token);
        draft.replace(token, word.substring(0, from) + use.meant() + word.substring(from + use.end() - use.start()));
    }

    /** What the command is called without an alias; empty where it is not called by one, or where the script has a function of that name. */
    public Optional<String> meant(Command command, ScriptModel model) {
        String name = command.name();
        if (name.isEmpty() || !(command.elements().get(0) instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE
                || allowed.stream().anyMatch(name::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return Knowledge.alias(name).filter(meant -> model.callerOf(command).function(name).isEmpty());
    }
}
