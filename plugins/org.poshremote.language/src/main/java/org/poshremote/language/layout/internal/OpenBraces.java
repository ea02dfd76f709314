package org.poshremote.language.layout.internal;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Token;

/**
 * Where the opening braces of statements stand. Those of script blocks that are values stay: on a line of their own they would be
 * no argument any more.
 *
 * @param onSameLine    at the end of the line before, or else on a line of their own
 * @param newLineAfter  a line begins behind them
 * @param ignoreOneLine blocks of one line stay as they are
 */
public record OpenBraces(boolean onSameLine, boolean newLineAfter, boolean ignoreOneLine) implements Pass {
    @Override
    public void apply(Draft draft) {
        Positions positions = draft.positions();
        for (int i = 0; i < draft.size(); i++) {
            boolean placed = draft.kind(i) == Token.Kind.OPEN_BLOCK || draft.kind(i) == Token.Kind.OPEN_RESOURCE;
            if (!placed || draft.partner(i) < 0 || positions.sameLine(i, draft.partner(i)) && (ignoreOneLine || draft.partner(i) == i + 1)) {
                continue;
            }
            if (onSameLine) {
                join(draft, i);
            } else if (i > 0 && !draft.first(i) && !draft.gap(i).continued()) {
                draft.set(i, Gap.stripEnd(draft.gap(i).text()) + draft.lineEnd());
                draft.note("newline", i, List.of(i));
            }
            Gap after = draft.gap(i + 1);
            if (newLineAfter && after.breaks() == 0 && !after.continued() && i + 1 < draft.size()) {
                draft.set(i + 1, draft.lineEnd() + Gap.stripStart(after.text()));
                draft.note("after", i, List.of(i + 1));
            }
        }
    }

    private static void join(Draft draft, int i) {
        Gap gap = draft.gap(i);
        if (i == 0 || !gap.endsLine() || gap.continued()) {
            return;
        }
        if (!gap.hasComment()) {
            draft.set(i, " ");
            draft.note("", i, List.of(i));
            return;
        }
        // a comment at the end of the line before would swallow the brace: it goes behind it
        Optional<String> comment = only(gap);
        Gap after = draft.gap(i + 1);
        String rest = Gap.stripStart(after.text());
        boolean free = rest.isEmpty() ? !after.hasComment() : Gap.isNewline(rest.charAt(0));
        if (comment.isPresent() && free && !after.continued()) {
            draft.set(i, " ");
            draft.set(i + 1, " " + comment.get() + (rest.isEmpty() ? draft.lineEnd() : rest));
            draft.link(i);
            draft.note("", i, List.of(i, i + 1));
        }
    }

    /** The comment of a gap that has just one, at the end of the line of what stands before it. */
    private static Optional<String> only(Gap gap) {
        List<Gap.Piece> pieces = gap.pieces();
        if (pieces.size() != 3 || !gap.text().substring(0, pieces.get(0).end()).isBlank() || Gap.of(gap.text().substring(0, pieces.get(0).end())).breaks() > 0) {
            return Optional.empty();
        }
        String comment = gap.text().substring(pieces.get(1).start(), pieces.get(1).end());
        return comment.startsWith("#") ? Optional.of(comment) : Optional.empty();
    }
}
