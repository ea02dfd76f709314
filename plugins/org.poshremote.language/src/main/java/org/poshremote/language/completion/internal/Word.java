package org.poshremote.language.completion.internal;

import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;

/** The word that a value is written in, and how another one is written there. */
record Word(Span replace, char quote) {
    /** Between the quotes where it has some. */
    static Word of(Cursor cursor, Node node) {
        Span whole = cursor.span(node);
        boolean quoted = node instanceof Expression.StringConstant text && text.quotes() != Expression.Quotes.BARE
            || node instanceof Expression.ExpandableString expandable && expandable.quotes() != Expression.Quotes.BARE;
        if (!quoted || whole.start() >= cursor.offset()) {
            return new Word(whole, ' ');
        }
        char quote = cursor.text().charAt(whole.start());
        char plain = quote == '"' || quote >= '\u201C' && quote <= '\u201E' ? '"' : '\'';
        int end = whole.end();
        boolean closed = end - 1 > whole.start() && end - 1 >= cursor.offset() && cursor.text().charAt(end - 1) == quote;
        int inner = closed ? end - 1 : end;
        // an open string runs to the end of the text; it is the rest of the line that is meant
        int line = cursor.offset();
        while (line < inner && cursor.text().charAt(line) != '\n' && cursor.text().charAt(line) != '\r') {
            line++;
        }
        return new Word(new Span(whole.start() + 1, closed ? Math.min(inner, line) : cursor.offset()), plain);
    }

    boolean isQuoted() {
        return quote != ' ';
    }

    /** A value as it is written here. */
    String written(String value) {
        if (quote == '\'') {
            String literal = PowerShellQuoting.literal(value);
            return literal.substring(1, literal.length() - 1);
        }
        if (quote == '"') {
            return value.replace("`", "``").replace("$", "`$").replace("\"", "`\"");
        }
        return value.startsWith("$") || value.startsWith("[") || isBare(value) ? value : PowerShellQuoting.literal(value);
    }

    private static boolean isBare(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> Character.isWhitespace(c) || "'\"`$&|;,(){}<>@#".indexOf(c) >= 0);
    }
}
