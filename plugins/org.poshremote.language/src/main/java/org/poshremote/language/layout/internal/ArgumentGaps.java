package org.poshremote.language.layout.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;

/** One blank between the words of a command where there are several. */
final class ArgumentGaps {
    private final Draft draft;

    ArgumentGaps(Draft draft) {
        this.draft = draft;
    }

    void apply() {
        Deque<Node> left = new ArrayDeque<>();
        left.push(draft.script().root());
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof Command command) {
                List<Node> words = command.children();
                for (int i = 1; i < words.size(); i++) {
                    between(draft.at(words.get(i).start()));
                }
            }
            node.children().forEach(left::push);
        }
    }

    private void between(int token) {
        if (token > 0 && token < draft.size() && draft.gap(token).plain() && draft.gap(token).text().length() > 1) {
            draft.set(token, " ");
            draft.note("between", token, List.of(token));
        }
    }
}
