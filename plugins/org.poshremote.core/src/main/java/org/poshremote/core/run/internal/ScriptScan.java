package org.poshremote.core.run.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells code from comments and strings in a script, no more: enough to find {@code #Requires} lines and uses of a variable.
 *
 * @param code     the text with comments and verbatim strings blanked; every position stays where it was
 * @param comments line comments that are the first thing on their line
 */
record ScriptScan(String code, List<LineComment> comments) {
    /**
     * A line comment.
     *
     * @param line from 1
     * @param text from the {@code #} to the end of the line
     */
    record LineComment(int line, String text) {
    }

    static ScriptScan of(String script) {
        Scanner scanner = new Scanner(script);
        scanner.code(false);
        return new ScriptScan(scanner.out.toString(), List.copyOf(scanner.comments));
    }

    private static boolean isSingleQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201B';
    }

    private static boolean isDoubleQuote(char c) {
        return c == '"' || c >= '\u201C' && c <= '\u201E';
    }

    private static final class Scanner {
        /** Subexpressions nested deeper than this are read as text; scripts written by people stay far below. */
        private static final int DEEPEST = 200;
        private final String text;
        private final StringBuilder out;
        private final List<LineComment> comments = new ArrayList<>();
        private int at;
        private int line = 1;
        private int depth;
        private boolean firstOnLine = true;

        Scanner(String text) {
            this.text = text;
            this.out = new StringBuilder(text);
        }

        /** Reads to the end, or to the parenthesis that closes a subexpression. */
        void code(boolean subexpression) {
            int parentheses = 0;
            boolean tokenStart = true;
            while (at < text.length()) {
                char c = text.charAt(at);
                char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
                if (c == '\n') {
                    line++;
                    at++;
                    tokenStart = true;
                    firstOnLine = true;
                    continue;
                }
                if (c == '`') {
                    if (next == '\n') {
                        line++;
                    }
                    at = Math.min(at + 2, text.length());
                    tokenStart = false;
                } else if (c == '<' && next == '#') {
                    int end = text.indexOf("#>", at + 2);
                    blank(end < 0 ? text.length() : end + 2);
                    tokenStart = true;
                } else if (c == '#' && tokenStart) {
                    int end = endOfLine();
                    if (firstOnLine) {
                        comments.add(new LineComment(line, text.substring(at, end)));
                    }
                    blank(end);
                } else if (c == '@' && isSingleQuote(next) && hereString()) {
                    blank(endOfHereString(true));
                    tokenStart = false;
                } else if (c == '@' && isDoubleQuote(next) && hereString()) {
                    skip(endOfHereString(false));
                    tokenStart = false;
                } else if (isSingleQuote(c)) {
                    verbatim();
                    tokenStart = false;
                } else if (isDoubleQuote(c)) {
                    expandable();
                    tokenStart = false;
                } else {
                    if (c == '(') {
                        parentheses++;
                    } else if (c == ')') {
                        if (subexpression && parentheses == 0) {
                            at++;
                            return;
                        }
                        parentheses--;
                    }
                    tokenStart = Character.isWhitespace(c) || "(){}[];,|&".indexOf(c) >= 0;
                    firstOnLine &= Character.isWhitespace(c);
                    at++;
                    continue;
                }
                firstOnLine = false;
            }
        }

        private void verbatim() {
            int from = at++;
            while (at < text.length()) {
                if (isSingleQuote(text.charAt(at++))) {
                    if (at < text.length() && isSingleQuote(text.charAt(at))) {
                        at++;
                    } else {
                        break;
                    }
                }
            }
            int end = at;
            at = from;
            blank(end);
        }

        private void expandable() {
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\n') {
                    line++;
                } else if (c == '`' && at < text.length()) {
                    if (text.charAt(at) == '\n') {
                        line++;
                    }
                    at++;
                } else if (isDoubleQuote(c)) {
                    if (at < text.length() && isDoubleQuote(text.charAt(at))) {
                        at++;
                    } else {
                        return;
                    }
                } else if (c == '$' && at < text.length() && text.charAt(at) == '(' && depth < DEEPEST) {
                    at++;
                    depth++;
                    code(true);
                    depth--;
                }
            }
        }

        /** A here-string's quote is the last thing on its line. */
        private boolean hereString() {
            return text.substring(at + 2, endOfLine()).isBlank() && endOfLine() < text.length();
        }

        private int endOfHereString(boolean single) {
            int from = endOfLine();
            while (from >= 0 && from < text.length()) {
                int start = from + 1;
                if (start + 1 < text.length() && text.charAt(start + 1) == '@'
                        && (single ? isSingleQuote(text.charAt(start)) : isDoubleQuote(text.charAt(start)))) {
                    return start + 2;
                }
                from = text.indexOf('\n', start);
            }
            return text.length();
        }

        private int endOfLine() {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private void blank(int end) {
            for (int i = at; i < end; i++) {
                if (out.charAt(i) != '\n' && out.charAt(i) != '\r') {
                    out.setCharAt(i, ' ');
                }
            }
            skip(end);
        }

        private void skip(int end) {
            for (; at < end; at++) {
                if (text.charAt(at) == '\n') {
                    line++;
                }
            }
        }
    }
}
