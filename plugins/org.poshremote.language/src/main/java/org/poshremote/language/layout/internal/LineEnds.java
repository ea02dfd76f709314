package org.poshremote.language.layout.internal;

import java.util.List;

/**
 * What ends lines and the text: blanks at the end of lines, empty lines, the end of the last line. Lines within strings are left alone.
 *
 * @param trim       no blanks at the end of a line
 * @param mostEmpty  so many empty lines at most; below 0 for any number
 * @param finalLine  a text that is not empty ends with a line end
 * @param trimFinal  no empty lines at the end of the text
 */
public record LineEnds(boolean trim, int mostEmpty, boolean finalLine, boolean trimFinal) implements Pass {
    @Override
    public void apply(Draft draft) {
        for (int i = 0; i <= draft.size(); i++) {
            String text = draft.gap(i).text();
            boolean last = i == draft.size();
            if (text.length() < 2 && !last) {
                continue;
            }
            if (trim) {
                text = trimmed(text, last);
            }
            if (mostEmpty >= 0) {
                text = fewer(draft, text, i == 0);
            }
            if (last) {
                text = end(draft, text);
            }
            draft.set(i, text);
        }
    }

    private static String trimmed(String text, boolean last) {
        StringBuilder trimmed = new StringBuilder(text.length());
        int blanks = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Gap.isNewline(c) && blanks >= 0) {
                trimmed.setLength(blanks);
            }
            if (Gap.isNewline(c) || !isBlank(c)) {
                blanks = -1;
            } else if (blanks < 0 && (at == 0 || text.charAt(at - 1) != '`')) {
                // a backtick before a line end would go on with the line
                blanks = trimmed.length();
            }
            trimmed.append(c);
        }
        if (last && blanks >= 0) {
            trimmed.setLength(blanks);
        }
        return trimmed.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u00A0';
    }

    private String fewer(Draft draft, String text, boolean atStart) {
        StringBuilder kept = new StringBuilder(text.length());
        List<Gap.Piece> pieces = Gap.of(text).pieces();
        for (Gap.Piece piece : pieces) {
            String part = text.substring(piece.start(), piece.end());
            Gap gap = Gap.of(part);
            int allowed = mostEmpty + (atStart && piece.start() == 0 ? 0 : 1);
            if (piece.comment() || gap.continued() || gap.breaks() <= allowed) {
                kept.append(part);
            } else {
                String first = part.substring(0, part.length() - Gap.stripStart(part).length());
                kept.append(first).append(draft.lineEnd().repeat(allowed)).append(gap.indent());
            }
        }
        return kept.toString();
    }

    private String end(Draft draft, String text) {
        String kept = text;
        if (trimFinal) {
            int end = kept.length();
            while (end > 0 && Character.isWhitespace(kept.charAt(end - 1))) {
                end--;
            }
            int first = end;
            while (first < kept.length() && !Gap.isNewline(kept.charAt(first))) {
                first++;
            }
            kept = kept.substring(0, draft.size() == 0 && end == 0 ? 0 : first + Gap.newline(kept, first));
        }
        boolean something = draft.size() > 0 || !kept.isBlank();
        boolean ended = kept.isEmpty() ? false : Gap.isNewline(kept.charAt(kept.length() - 1));
        return finalLine && something && !ended ? (trim ? Gap.stripEnd(kept) : kept) + draft.lineEnd() : kept;
    }
}
