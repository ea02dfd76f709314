package org.poshremote.language.layout.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Token;

/**
 * Where closing braces stand, and what goes on behind them.
 *
 * @param newLineAfter      {@code else}, {@code catch} and their like begin a line, or else they stand behind the brace
 * @param ignoreOneLine     blocks of one line stay as they are
 * @param noEmptyLineBefore no empty lines before them
 */
public record CloseBraces(boolean newLineAfter, boolean ignoreOneLine, boolean noEmptyLineBefore) implements Pass {
    private static final Set<String> BRANCHES = Set.of("else", "elseif", "catch", "finally");

    @Override
    public void apply(Draft draft) {
        Positions positions = draft.positions();
        for (int i = 0; i < draft.size(); i++) {
            int open = draft.kind(i) == Token.Kind.CLOSE_BRACE ? draft.partner(i) : -1;
            if (open < 0 || positions.sameLine(open, i) && (ignoreOneLine || open == i - 1)) {
                continue;
            }
            boolean value = draft.kind(open) == Token.Kind.OPEN_TABLE || draft.kind(open) == Token.Kind.OPEN_SCRIPT_BLOCK;
            if (!value || draft.gap(open + 1).breaks() > 0) {
                place(draft, i);
            }
            branch(draft, i);
        }
    }

    private void place(Draft draft, int i) {
        Gap gap = draft.gap(i);
        if (gap.continued()) {
            return;
        }
        if (!gap.endsLine()) {
            draft.set(i, Gap.stripEnd(gap.text()) + draft.lineEnd());
            draft.note("", i, List.of(i));
        } else if (noEmptyLineBefore) {
            List<Gap.Piece> pieces = gap.pieces();
            int from = pieces.get(pieces.size() - 1).start();
            if (Gap.of(gap.text().substring(from)).breaks() > 1) {
                draft.set(i, gap.text().substring(0, from) + draft.lineEnd() + gap.indent());
                draft.note("empty", i, List.of(i));
            }
        }
    }

    private void branch(Draft draft, int i) {
        int next = i + 1;
        if (next == draft.size() || draft.kind(next) != Token.Kind.KEYWORD || !BRANCHES.contains(draft.word(next).toLowerCase(Locale.ROOT))) {
            return;
        }
        Gap gap = draft.gap(next);
        if (newLineAfter && gap.breaks() == 0 && !gap.continued()) {
            draft.set(next, Gap.stripEnd(gap.text()) + draft.lineEnd());
            draft.note("branch", i, List.of(next));
        } else if (!newLineAfter && !gap.hasComment() && !gap.continued() && !gap.text().equals(" ")) {
            draft.set(next, " ");
            draft.note("same", i, List.of(next));
        }
    }
}
