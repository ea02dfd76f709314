package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Expression.ExpandableString;
import org.poshremote.language.syntax.Expression.Quotes;
import org.poshremote.language.syntax.Expression.StringConstant;

/** Quoted strings, here-strings, variables, and the words of commands (language specification 2.3.5.2, 2.3.2.2). */
final class Strings {
    private final Source source;
    private final Statements statements;

    Strings(Source source, Statements statements) {
        this.source = source;
        this.statements = statements;
    }

    /** Text and expressions of one string as they come. */
    private final class Parts {
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final Quotes quotes;
        private int textStart;

        Parts(Quotes quotes) {
            this.quotes = quotes;
            textStart = source.at;
        }

        void flush(int end) {
            if (!text.isEmpty()) {
                parts.add(new StringConstant(textStart, end, text.toString(), quotes));
                text.setLength(0);
            }
        }

        void add(int start, Expression expression) {
            flush(start);
            parts.add(expression);
            textStart = source.at;
        }

        Expression end(int start, int textEnd) {
            if (parts.isEmpty()) {
                return new StringConstant(start, source.at, text.toString(), quotes);
            }
            flush(textEnd);
            return new ExpandableString(start, source.at, parts, quotes);
        }
    }

    /** At a single quote. */
    Expression single() {
        int start = source.at++;
        StringBuilder value = new StringBuilder();
        while (!source.atEnd()) {
            char c = source.peek();
            source.at++;
            if (Source.singleQuote(c)) {
                if (!Source.singleQuote(source.peek())) {
                    return new StringConstant(start, source.at, value.toString(), Quotes.SINGLE);
                }
                source.at++;
            }
            value.append(c);
        }
        source.error("TerminatorExpectedAtEndOfString", start, source.length, "'");
        return new StringConstant(start, source.at, value.toString(), Quotes.SINGLE);
    }

    /** At a double quote. */
    Expression expandable() {
        int start = source.at++;
        Parts parts = new Parts(Quotes.DOUBLE);
        while (!source.atEnd()) {
            char c = source.peek();
            if (Source.doubleQuote(c)) {
                if (!Source.doubleQuote(source.peek(1))) {
                    int end = source.at++;
                    return parts.end(start, end);
                }
                source.at += 2;
                parts.text.append(c);
            } else {
                inExpandable(parts, c);
            }
        }
        source.error("TerminatorExpectedAtEndOfString", start, source.length, "\"");
        return parts.end(start, source.at);
    }

    /** One character, escape, variable or subexpression. */
    private void inExpandable(Parts parts, char c) {
        int start = source.at;
        if (c == '`') {
            source.at++;
            escape(parts.text);
        } else if (c == '$' && source.peek(1) == '(') {
            Expression nested = statements.subExpression();
            parts.add(start, nested);
        } else if (c == '$' && variableFollows(1, true)) {
            parts.add(start, variable(true));
        } else {
            source.at++;
            parts.text.append(c);
        }
    }

    /** After a backtick. */
    void escape(StringBuilder text) {
        if (source.atEnd()) {
            return;
        }
        char c = source.peek();
        source.at++;
        switch (c) {
            case '0' -> text.append('\0');
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'e' -> text.append('\u001B');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000B');
            case 'u' -> unicode(text);
            default -> text.append(c);
        }
    }

    private void unicode(StringBuilder text) {
        int bad = source.peek() == '{' ? source.at + 1 : source.length;
        while (bad < source.length && bad - source.at <= 6 && Character.digit(source.text.charAt(bad), 16) >= 0) {
            bad++;
        }
        if (bad < source.length && bad > source.at + 1 && bad - source.at <= 6 && source.text.charAt(bad) != '}') {
            source.error("InvalidUnicodeEscapeSequence", bad, bad + 1);
            text.append('u');
            return;
        }
        int close = source.peek() == '{' ? source.text.indexOf('}', source.at) : -1;
        if (close < 0 || close - source.at > 7 || close - source.at < 2) {
            if (source.peek() == '{') {
                source.error("InvalidUnicodeEscapeSequence", source.at - 2, source.at);
            }
            text.append('u');
            return;
        }
        try {
            text.appendCodePoint(Integer.parseInt(source.text.substring(source.at + 1, close), 16));
        } catch (IllegalArgumentException e) {
            source.error("InvalidUnicodeEscapeSequence", source.at - 2, close + 1);
        }
        source.at = close + 1;
    }

    /** At {@code @} and a quote. */
    Expression here() {
        int start = source.at;
        boolean expands = Source.doubleQuote(source.peek(1));
        source.at += 2;
        int header = source.at;
        while (source.peek() == ' ' || source.peek() == '\t') {
            source.at++;
        }
        int line = source.newline(source.at);
        if (line == 0) {
            source.error(source.atEnd() ? "TerminatorExpectedAtEndOfString" : "UnexpectedCharactersAfterHereStringHeader",
                source.atEnd() ? start : header, source.at);
            // go on at the end of the line, as if the rest of it were not there
            while (!source.atEnd() && !source.atNewline()) {
                source.at++;
            }
            line = source.newline(source.at);
        }
        source.at += line;
        Parts parts = new Parts(expands ? Quotes.DOUBLE_HERE : Quotes.SINGLE_HERE);
        boolean lineStart = true;
        while (!source.atEnd()) {
            if (lineStart && footer(source.at, expands)) { // an empty here-string
                source.at += 2;
                return parts.end(start, source.at - 2);
            }
            lineStart = false;
            int newline = source.newline(source.at);
            if (newline > 0) {
                int next = source.at + newline;
                if (footer(next, expands)) {
                    int textEnd = source.at;
                    source.at = next + 2;
                    return parts.end(start, textEnd);
                }
                parts.text.append(source.text, source.at, next);
                source.at = next;
            } else if (expands) {
                inExpandable(parts, source.peek());
            } else {
                parts.text.append(source.peek());
                source.at++;
            }
        }
        source.error("TerminatorExpectedAtEndOfString", start, source.length, expands ? "\"@" : "'@");
        return parts.end(start, source.at);
    }

    private boolean footer(int offset, boolean expands) {
        if (offset + 1 >= source.length || source.text.charAt(offset + 1) != '@') {
            return false;
        }
        char quote = source.text.charAt(offset);
        return expands ? Source.doubleQuote(quote) : Source.singleQuote(quote);
    }

    /** Whether a variable's name begins so many characters ahead, after the sigil. */
    boolean variableFollows(int ahead, boolean dollar) {
        char c = source.peek(ahead);
        if (Source.wordPart(c)) {
            return true;
        }
        if (!dollar) {
            return false;
        }
        return c == '$' || c == '?' || c == '^' || c == '{' || c == ':' && Source.wordPart(source.peek(ahead + 1));
    }

    /** At a sigil that {@link #variableFollows}. */
    Expression.Variable variable(boolean inString) {
        int start = source.at;
        boolean splatted = source.peek() == '@';
        source.at++;
        char c = source.peek();
        if (c == '{') {
            return braced(start);
        }
        if (c == '$' || c == '^' || c == '?' && !Source.wordPart(source.peek(1))) {
            source.at++;
            return new Expression.Variable(start, source.at, String.valueOf(c), splatted);
        }
        int nameStart = source.at;
        while (!source.atEnd()) {
            c = source.peek();
            // "::" is the static member of a type in a variable; in a string a colon needs a name behind it
            boolean qualifier = c == ':' && source.peek(1) != ':' && Source.wordPart(source.peek(1)) && source.at >= nameStart;
            if (!Source.wordPart(c) && !qualifier && !(c == '?' && !inString) && !(c == '?' && source.at > nameStart)) {
                break;
            }
            source.at++;
        }
        return new Expression.Variable(start, source.at, source.text.substring(nameStart, source.at), splatted);
    }

    private Expression.Variable braced(int start) {
        source.at++;
        StringBuilder name = new StringBuilder();
        while (!source.atEnd() && source.peek() != '}') {
            char c = source.peek();
            source.at++;
            if (c == '`') {
                escape(name);
            } else {
                name.append(c);
            }
        }
        if (source.atEnd()) {
            source.error("IncompleteDollarVariableReference", start, source.at);
        } else {
            source.at++;
        }
        if (name.isEmpty()) {
            source.error("EmptyVariableReference", start, source.at);
        }
        return new Expression.Variable(start, source.at, name.toString(), false);
    }

    /** A name without expansion, up to the next delimiter, escapes undone. */
    String plainWord() {
        StringBuilder word = new StringBuilder();
        while (!source.delimiter(source.at)) {
            char c = source.peek();
            source.at++;
            if (c == '`') {
                escape(word);
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    /** A word of a command, up to the next delimiter: quotes, variables and escapes may stand within it. */
    Expression word() {
        int start = source.at;
        Parts parts = new Parts(Quotes.BARE);
        while (!source.delimiter(source.at)) {
            char c = source.peek();
            if (Source.singleQuote(c)) {
                StringConstant quoted = (StringConstant) single();
                parts.text.append(quoted.value());
            } else if (Source.doubleQuote(c)) {
                int at = source.at;
                switch (expandable()) {
                    case StringConstant constant -> parts.text.append(constant.value());
                    case ExpandableString nested -> parts.add(at, nested);
                    default -> throw new IllegalStateException();
                }
            } else if (c == '`' && source.newline(source.at + 1) > 0) {
                break;
            } else {
                inExpandable(parts, c);
            }
        }
        return parts.end(start, source.at);
    }
}
