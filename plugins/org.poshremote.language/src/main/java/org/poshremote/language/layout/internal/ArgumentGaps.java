package org.poshremote.language.layout.internal;

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
        Tree.walk(draft.script().root(), node -> {
            if (node instanceof Command command) {
                List<Node> words = command.children();
                for (int i = 1; i < words.size(); i++) {
                    between(draft.at(words.get(i).start()));
                }
            }
        });
    }

    private void between(int token) {
        if (token > 0 && token < draft.size() && draft.gap(token).plain() && draft.gap(token).text().length() > 1) {
            draft.set(token, " ");
            draft.note("between", token, List.of(token));
        }
    }
}
