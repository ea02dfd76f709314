package org.poshremote.language.layout.internal;

import org.poshremote.language.syntax.Token;

/** On which line and in which column each token of a draft stands, both from 0. */
final class Positions {
    private final int[] firstLine;
    private final int[] lastLine;
    private final int[] column;
    private final int[] endColumn;
    private int line;
    private int at;

    Positions(Draft draft) {
        int size = draft.size();
        firstLine = new int[size];
        lastLine = new int[size];
        column = new int[size];
        endColumn = new int[size];
        for (int i = 0; i < size; i++) {
            Gap gap = draft.gap(i);
            if (gap.plain()) {
                at += gap.text().length();
            } else {
                advance(gap.text());
            }
            firstLine[i] = line;
            column[i] = at;
            if (mayHoldLines(draft.kind(i))) {
                advance(draft.word(i));
            } else {
                at += draft.length(i);
            }
            lastLine[i] = line;
            endColumn[i] = at;
        }
    }

    private static boolean mayHoldLines(Token.Kind kind) {
        return switch (kind) {
            case STRING, WORD, COMMAND, TYPE, UNKNOWN, VARIABLE -> true;
            default -> false;
        };
    }

    private void advance(String text) {
        for (int i = 0; i < text.length(); i++) {
            int newline = Gap.newline(text, i);
            if (newline > 0) {
                line++;
                at = 0;
                i += newline - 1;
            } else {
                at++;
            }
        }
    }

    int line(int token) {
        return firstLine[token];
    }

    int lastLine(int token) {
        return lastLine[token];
    }

    int column(int token) {
        return column[token];
    }

    int endColumn(int token) {
        return endColumn[token];
    }

    boolean sameLine(int from, int to) {
        return firstLine[from] == lastLine[to];
    }
}
