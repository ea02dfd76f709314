package org.poshremote.language.format;

import java.util.List;
import org.poshremote.language.layout.internal.Draft;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Token;
import org.poshremote.language.syntax.Tokens;

/** Whether a text that was laid out says what it said before. */
final class SameScript {
    private SameScript() {
    }

    /** @param whole all that was drafted has been done; otherwise some words may be as they were before */
    static boolean check(Draft draft, Script after, boolean whole) {
        if (!after.errors().isEmpty() || after.comments().size() != draft.script().comments().size()) {
            return false;
        }
        List<Token> tokens = Tokens.of(after).stream().filter(token -> !token.kind().isTrivia()).toList();
        int next = 0;
        for (int i = 0; i < draft.size(); i++) {
            String now = draft.word(i).strip();
            String before = draft.token(i).text(draft.script().text());
            String found = next < tokens.size() ? tokens.get(next).text(after.text()) : "";
            boolean gone = now.isEmpty() && (whole || !found.equals(before));
            if (gone) {
                continue;
            }
            boolean same = found.equals(now) || found.equals(draft.word(i)) || !whole && found.equals(before);
            if (!same || tokens.get(next).kind() != draft.token(i).kind()) {
                return false;
            }
            next++;
        }
        return next == tokens.size();
    }
}
