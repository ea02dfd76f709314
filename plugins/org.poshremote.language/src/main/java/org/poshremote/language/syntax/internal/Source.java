package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.SyntaxError;

/** The text and where the parser stands in it; what was found wrong; white space and comments. */
final class Source {
    static final char END = '\0';

    final String text;
    final int length;
    int at;
    final List<SyntaxError> errors = new ArrayList<>();
    final List<Script.Comment> comments = new ArrayList<>();
    private int commentsUntil;

    Source(String text) {
        this.text = text;
        this.length = text.length();
    }

    char peek() {
        return at < length ? text.charAt(at) : END;
    }

    char peek(int ahead) {
        return at + ahead < length ? text.charAt(at + ahead) : END;
    }

    boolean atEnd() {
        return at >= length;
    }

    boolean startsWith(String other) {
        return text.startsWith(other, at);
    }

    void error(String id, int start, int end) {
        error(id, start, end, "");
    }

    void error(String id, int start, int end, String detail) {
        // one mistake a place: what follows from it at the same offset is noise
        if (errors.isEmpty() || errors.get(errors.size() - 1).start() != start) {
            errors.add(new SyntaxError(id, Math.min(start, length), Math.min(end, length), detail));
        }
    }

    /** Over blanks, continued lines and comments, but not over line ends. */
    void skipBlanks() {
        while (at < length) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\f' || c == '\u000B' || c == '\u00A0' || c == '\u0085' || c == '\uFEFF' || c > 0x7F && Character.isSpaceChar(c)) {
                at++;
            } else if (c == '`' && newline(at + 1) > 0) {
                at += 1 + newline(at + 1);
            } else if (c == '#') {
                lineComment();
            } else if (c == '<' && peek(1) == '#') {
                blockComment();
            } else {
                return;
            }
        }
    }

    /** Over line ends too. */
    void skipSpace() {
        while (true) {
            skipBlanks();
            int line = newline(at);
            if (line == 0) {
                return;
            }
            at += line;
        }
    }

    /** Over line ends and semicolons. */
    void skipSeparators() {
        while (true) {
            skipSpace();
            if (peek() != ';') {
                return;
            }
            at++;
        }
    }

    /** How many characters of line end there are at an offset. */
    int newline(int offset) {
        if (offset >= length) {
            return 0;
        }
        char c = text.charAt(offset);
        if (c == '\r') {
            return offset + 1 < length && text.charAt(offset + 1) == '\n' ? 2 : 1;
        }
        return c == '\n' ? 1 : 0;
    }

    boolean atNewline() {
        return newline(at) > 0;
    }

    private void lineComment() {
        int start = at;
        while (at < length && newline(at) == 0) {
            at++;
        }
        comment(start);
    }

    private void blockComment() {
        int start = at;
        int close = text.indexOf("#>", at + 2);
        if (close < 0) {
            at = length;
            error("MissingTerminatorMultiLineComment", start, start + 2);
        } else {
            at = close + 2;
        }
        comment(start);
    }

    /** The same place may be read again after a look ahead. */
    private void comment(int start) {
        if (start >= commentsUntil) {
            comments.add(new Script.Comment(start, at));
            commentsUntil = at;
        }
    }

    static boolean singleQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201B';
    }

    static boolean doubleQuote(char c) {
        return c == '"' || c >= '\u201C' && c <= '\u201E';
    }

    static boolean dash(char c) {
        return c == '-' || c >= '\u2013' && c <= '\u2015';
    }

    static boolean wordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7F && Character.isLetter(c);
    }

    static boolean wordPart(char c) {
        return wordStart(c) || c >= '0' && c <= '9' || c > 0x7F && Character.isLetterOrDigit(c);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What ends a word of a command wherever it stands. */
    boolean delimiter(int offset) {
        if (offset >= length) {
            return true;
        }
        return switch (text.charAt(offset)) {
            case ' ', '\t', '\r', '\n', '\f', '\u000B', '\u00A0', '\u0085', '&', '(', ')', ',', ';', '{', '|', '}', '<', '>' -> true;
            default -> false;
        };
    }

    /** A simple name at the place; empty where there is none. Nothing is consumed. */
    String word() {
        if (!wordStart(peek())) {
            return "";
        }
        int end = at + 1;
        while (end < length && wordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }
}
