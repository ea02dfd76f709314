package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.SyntaxError;

/** The text and where the parser stands in it; what was found wrong; white space and comments. */
final class Source {
    static final char END = '\0';
    /** More mistakes than these say nothing more about a text that is no script. */
    private static final int MOST_ERRORS = 1000;

    private static final byte WORD_START = 1;
    private static final byte WORD_PART = 2;
    private static final byte DELIMITER = 4;
    private static final byte[] TRAITS = traits();

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

    private static byte[] traits() {
        byte[] traits = new byte[128];
        for (char c = 0; c < 128; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            traits[c] = (byte) ((letter ? WORD_START | WORD_PART : 0) | (digit(c) ? WORD_PART : 0) | (" \t\r\n\f\u000B\0&(),;{|}".indexOf(c) >= 0 ? DELIMITER : 0));
        }
        return traits;
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

    String textUntil(int end) {
        return text.substring(at, Math.min(end, Math.min(length, at + 60)));
    }

    // ---- mistakes

    void error(String id, int start, int end) {
        error(id, start, end, "");
    }

    void error(String id, int start, int end, String detail) {
        if (errors.size() >= MOST_ERRORS) {
            return;
        }
        // the same is not said twice of one place
        for (int i = errors.size() - 1; i >= 0 && i >= errors.size() - 8; i--) {
            if (errors.get(i).start() == start && errors.get(i).id().equals(id)) {
                return;
            }
        }
        errors.add(new SyntaxError(id, Math.min(start, length), Math.min(end, length), detail));
    }

    /** Something is missing behind what ends there. */
    void errorAfter(String id, int end) {
        errorAfter(id, end, "");
    }

    void errorAfter(String id, int end, String detail) {
        error(id, end, end + 1, detail);
    }

    /** Something is missing where the next token begins. PowerShell counts the end of the text as a token one further. */
    void errorHere(String id, String detail) {
        if (atEnd()) {
            errors.add(new SyntaxError(id, length + 1, length + 1, detail));
        } else {
            error(id, at, at + 1, detail);
        }
    }

    /** What stands here belongs to nothing; answers where it ends. */
    int unexpected() {
        int end = tokenEnd(at);
        error("UnexpectedToken", at, end, textUntil(end));
        return end;
    }

    /** Where a token that begins at an offset ends, as far as that can be told without its context. */
    int tokenEnd(int start) {
        int end = start;
        while (end < length && wordPart(text.charAt(end))) {
            end++;
        }
        if (end == start && end + 1 < length && (dash(text.charAt(end)) || text.charAt(end) == '$') && wordPart(text.charAt(end + 1))) {
            return tokenEnd(end + 1);
        }
        if (end > start) {
            return end;
        }
        String two = start + 2 <= length ? text.substring(start, start + 2) : "";
        return Math.min(length, start + (two.equals("&&") || two.equals("||") || two.equals("::") ? 2 : 1));
    }

    // ---- blanks and comments

    /** Over blanks, continued lines and comments, but not over line ends. */
    void skipBlanks() {
        while (at < length) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c > '`') {
                if (c < 0x80 || !blank(c)) {
                    return;
                }
                at++;
            } else if (c == '`') {
                int line = newline(at + 1);
                if (line == 0 && (at + 1 >= length || !Character.isWhitespace(text.charAt(at + 1)))) {
                    return;
                }
                at += 1 + Math.max(line, 1); // before a blank it is nothing
            } else if (c == '#') {
                lineComment();
            } else if (c == '<' && peek(1) == '#') {
                blockComment();
            } else if (c == '\f' || c == '\u000B') {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean blank(char c) {
        return c == '\u0085' || c == '\uFEFF' || Character.isSpaceChar(c);
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
        if (c > '\r') {
            return 0;
        }
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
        while (at < length) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                break;
            }
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

    // ---- characters

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
        return c < 0x80 ? (TRAITS[c] & WORD_START) != 0 : Character.isLetter(c);
    }

    static boolean wordPart(char c) {
        return c < 0x80 ? (TRAITS[c] & WORD_PART) != 0 : Character.isLetterOrDigit(c);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What ends a word of a command wherever it stands. */
    boolean delimiter(int offset) {
        if (offset >= length) {
            return true;
        }
        char c = text.charAt(offset);
        return c < 0x80 ? (TRAITS[c] & DELIMITER) != 0 : c == '\u0085' || Character.isSpaceChar(c);
    }

    /** A simple name at the place; empty where there is none. Nothing is consumed. */
    String word() {
        int end = wordEnd();
        return end == at ? "" : text.substring(at, end);
    }

    /** Where a simple name that begins here ends; the place itself where there is none. */
    int wordEnd() {
        if (!wordStart(peek())) {
            return at;
        }
        int end = at + 1;
        while (end < length && wordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the simple name at the place is this one, in whatever case. */
    boolean wordIs(String name) {
        return text.regionMatches(true, at, name, 0, name.length()) && (at + name.length() >= length || !wordPart(text.charAt(at + name.length())));
    }
}
