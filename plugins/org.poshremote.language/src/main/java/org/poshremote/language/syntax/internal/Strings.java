package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Expression.ExpandableString;
import org.poshremote.language.syntax.Expression.Quotes;
import org.poshremote.language.syntax.Expression.StringConstant;

/** Quoted strings, here-strings, variables, and the words of commands (language specification 2.3.5.2, 2.3.2.2). */
final class Strings {
    private static final Set<String> SCOPES = Set.of("global:", "local:", "private:", "script:", "using:", "workflow:", "variable:");

    private final Grammar grammar;
    private final Source source;
    private boolean doubledQuotes;

    Strings(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
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
        int start = source.at;
        source.at += quote(start);
        Parts parts = new Parts(Quotes.DOUBLE);
        while (!source.atEnd()) {
            char c = source.peek();
            int quote = c == '"' || c == '`' || c >= '\u201C' ? quote(source.at) : 0;
            if (quote > 0) {
                int end = source.at;
                int second = quote(end + quote);
                source.at += quote + second;
                if (second == 0) {
                    return parts.end(start, end);
                }
                parts.text.append(c == '`' ? '"' : c);
            } else {
                inExpandable(parts, c, true);
            }
        }
        source.error("TerminatorExpectedAtEndOfString", start, source.length, "\"");
        return parts.end(start, source.at);
    }

    /**
     * How many characters at an offset are one double quote, zero where none is: in a subexpression of a quoted string a
     * doubled or escaped quote is one.
     */
    private int quote(int offset) {
        if (offset >= source.length) {
            return 0;
        }
        char c = source.text.charAt(offset);
        boolean nextIs = doubledQuotes && offset + 1 < source.length && Source.doubleQuote(source.text.charAt(offset + 1));
        if (Source.doubleQuote(c)) {
            return nextIs ? 2 : 1;
        }
        return c == '`' && nextIs ? 2 : 0;
    }

    /** Whether an expandable string begins at the place. */
    boolean expandableFollows() {
        char c = source.peek();
        return Source.doubleQuote(c) || doubledQuotes && c == '`' && Source.doubleQuote(source.peek(1));
    }

    /** One character, escape, variable or subexpression. */
    private void inExpandable(Parts parts, char c, boolean quoted) {
        int start = source.at;
        if (c == '`') {
            source.at++;
            escape(parts.text);
        } else if (c == '$' && source.peek(1) == '(') {
            if (!closed(start + 2)) {
                source.error("IncompleteDollarSubexpressionReference", start, start + 2);
                source.at = source.length;
                return;
            }
            boolean before = doubledQuotes;
            doubledQuotes = quoted;
            Expression nested = grammar.blocks.subExpression();
            doubledQuotes = before;
            parts.add(start, nested);
        } else if (c == '$' && variableFollows(1, true)) {
            parts.add(start, variable(true));
        } else {
            source.at++;
            parts.text.append(c);
        }
    }

    /** Whether the parentheses of a subexpression close; quotes in it do not count. */
    private boolean closed(int offset) {
        int open = 1;
        for (int at = offset; at < source.length; at++) {
            char c = source.text.charAt(at);
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return true;
            }
        }
        return false;
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

    /** Behind {@code `u}. */
    private void unicode(StringBuilder text) {
        int escape = source.at - 2;
        text.append('u');
        if (source.peek() != '{') {
            source.error("InvalidUnicodeEscapeSequence", escape, source.at);
            return;
        }
        int first = source.at + 1;
        int at = first;
        while (at < source.length && at - first < 7 && Character.digit(source.text.charAt(at), 16) >= 0 && source.text.charAt(at) < 0x80) {
            at++;
        }
        int digits = at - first;
        boolean closed = at < source.length && source.text.charAt(at) == '}';
        if (digits > 6) {
            source.error("TooManyDigitsInUnicodeEscapeSequence", at - 1, at);
            source.at = at - 1;
        } else if (!closed) {
            source.errorAfter(digits == 6 ? "MissingUnicodeEscapeSequenceTerminator" : "InvalidUnicodeEscapeSequence", at);
            source.at = at;
        } else if (digits == 0) {
            source.error("InvalidUnicodeEscapeSequence", escape, at + 1);
            source.at = at + 1;
        } else {
            source.at = at + 1;
            int value = Integer.parseInt(source.text.substring(first, at), 16);
            if (value > Character.MAX_CODE_POINT) {
                source.error("InvalidUnicodeEscapeSequenceValue", first, at);
            } else {
                text.setLength(text.length() - 1);
                text.appendCodePoint(value);
            }
        }
    }

    /** At {@code @} and a quote. */
    Expression here() {
        int start = source.at;
        boolean expands = Source.doubleQuote(source.peek(1));
        source.at += 2;
        while (source.peek() == ' ' || source.peek() == '\t') {
            source.at++;
        }
        int line = source.newline(source.at);
        if (line == 0) {
            source.error(source.atEnd() ? "TerminatorExpectedAtEndOfString" : "UnexpectedCharactersAfterHereStringHeader",
                source.atEnd() ? start : source.at, source.at + 1, expands ? "\"@" : "'@");
            // go on at the end of the line, as if the rest of it were not there
            while (!source.atEnd() && !source.atNewline()) {
                source.at++;
            }
            line = source.newline(source.at);
        }
        source.at += line;
        Parts parts = new Parts(expands ? Quotes.DOUBLE_HERE : Quotes.SINGLE_HERE);
        int falseFooter = falseFooter(source.at, expands);
        if (footer(source.at, expands)) { // an empty here-string
            source.at += 2;
            return parts.end(start, source.at - 2);
        }
        while (!source.atEnd()) {
            int newline = source.newline(source.at);
            if (newline > 0) {
                int next = source.at + newline;
                if (footer(next, expands)) {
                    int textEnd = source.at;
                    source.at = next + 2;
                    return parts.end(start, textEnd);
                }
                falseFooter = falseFooter < 0 ? falseFooter(next, expands) : falseFooter;
                parts.text.append(source.text, source.at, next);
                source.at = next;
            } else if (expands) {
                inExpandable(parts, source.peek(), false);
            } else {
                parts.text.append(source.peek());
                source.at++;
            }
        }
        if (falseFooter >= 0) {
            source.error("WhitespaceBeforeHereStringFooter", falseFooter, falseFooter + 2, expands ? "\"@" : "'@");
        } else {
            source.error("TerminatorExpectedAtEndOfString", start, source.length, expands ? "\"@" : "'@");
        }
        return parts.end(start, source.at);
    }

    /** Where the end of a here-string stands behind blanks, which makes it none; negative where there is no such. */
    private int falseFooter(int lineStart, boolean expands) {
        int at = lineStart;
        while (at < source.length && (source.text.charAt(at) == ' ' || source.text.charAt(at) == '\t')) {
            at++;
        }
        return at > lineStart && footer(at, expands) ? at : -1;
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
        return Source.wordPart(c) || dollar && (c == '$' || c == '?' || c == '^' || c == '{' || c == ':' && Source.wordPart(source.peek(ahead + 1)));
    }

    /** At a sigil that {@link #variableFollows}. */
    Expression.Variable variable(boolean inString) {
        int start = source.at;
        boolean splatted = source.peek() == '@';
        source.at++;
        char c = source.peek();
        if (c == '{') {
            return braced(start, inString);
        }
        if (c == '$' || c == '^' || c == '?') {
            source.at++;
            return new Expression.Variable(start, source.at, String.valueOf(c), splatted);
        }
        int nameStart = source.at;
        int colon = -1;
        while (true) {
            c = source.peek();
            if (c == ':') {
                if (source.peek(1) == ':') { // the static member of a type in a variable
                    break;
                }
                colon = colon < 0 ? source.at : colon;
            } else if (!Source.wordPart(c) && c != '?') {
                break;
            }
            source.at++;
        }
        String path = source.text.substring(nameStart, source.at);
        if (colon >= 0 && source.at == colon + 1) {
            source.error(SCOPES.contains(path.toLowerCase(Locale.ROOT)) ? "InvalidVariableReference" : "InvalidVariableReferenceWithDrive", start, source.at, path);
        }
        return new Expression.Variable(start, source.at, path, splatted);
    }

    private Expression.Variable braced(int start, boolean inString) {
        source.at++;
        StringBuilder name = new StringBuilder();
        while (!source.atEnd() && source.peek() != '}') {
            char c = source.peek();
            source.at++;
            if (c == '`') {
                escape(name);
            } else {
                if (c == '{') {
                    source.errorAfter("OpenBraceNeedsToBeBackTickedInVariableName", source.at);
                } else if (inString && Source.doubleQuote(c) && Source.doubleQuote(source.peek())) {
                    source.at++;
                }
                name.append(c);
            }
        }
        if (source.atEnd()) {
            source.error("IncompleteDollarVariableReference", start + 1, source.at);
        } else {
            if (name.isEmpty()) {
                source.error("EmptyVariableReference", source.at, source.at + 1);
            }
            source.at++;
            if (name.length() > 1 && name.indexOf(":") == name.length() - 1) {
                source.error("InvalidBracedVariableReference", start, source.at, name.toString());
            }
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
        if (source.peek() == '\0' && !source.atEnd()) { // ends a word, and begins one
            parts.text.append('\0');
            source.at++;
        }
        while (!source.delimiter(source.at)) {
            char c = source.peek();
            if (Source.singleQuote(c)) {
                StringConstant quoted = (StringConstant) single();
                parts.text.append(quoted.value());
            } else if (expandableFollows()) {
                int at = source.at;
                switch (expandable()) {
                    case StringConstant constant -> parts.text.append(constant.value());
                    case ExpandableString nested -> parts.add(at, nested);
                    default -> throw new IllegalStateException();
                }
            } else if (c == '`' && source.newline(source.at + 1) > 0) {
                break;
            } else {
                inExpandable(parts, c, true);
            }
        }
        return parts.end(start, source.at);
    }
}
