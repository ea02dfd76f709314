package org.poshremote.language.workspace;

import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.LineMap;

/** A part of a file, by lines and columns from 1 in UTF-16 units, so that nobody needs the file's text to show it; the end is exclusive. */
public record TextRange(int startLine, int startColumn, int endLine, int endColumn) {
    public static final TextRange BEGINNING = new TextRange(1, 1, 1, 1);

    public static TextRange of(LineMap lines, int start, int end) {
        return new TextRange(lines.line(start), lines.column(start), lines.line(end), lines.column(end));
    }

    public static TextRange of(LineMap lines, Span span) {
        return of(lines, span.start(), span.end());
    }
}
