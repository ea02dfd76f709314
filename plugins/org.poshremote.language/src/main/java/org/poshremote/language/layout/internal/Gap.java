package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.List;

/** White space and comments between two tokens. Immutable. */
public final class Gap {
    static final Gap NONE = new Gap("");
    static final Gap BLANK = new Gap(" ");

    /** A comment, or what stands before, between and behind comments. */
    record Piece(int start, int end, boolean comment) {
    }

    private final String text;
    private int breaks;
    private boolean comment;
    private boolean continued;
    private int lastLine = -1;

    private Gap(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            int line = newline(text, at);
            char c = text.charAt(at);
            if (line > 0) {
                breaks++;
                at += line;
                lastLine = at;
            } else if (c == '`') {
                // before a blank it is one itself, and would be more than that without
                continued = true;
                int next = newline(text, at + 1);
                at += 1 + next;
                lastLine = next > 0 ? at : lastLine;
            } else if (c == '#' || c == '<') {
                comment = true;
                at = commentEnd(text, at);
                lastLine = -1;
            } else {
                at++;
            }
        }
    }

    static Gap of(String text) {
        return text.isEmpty() ? NONE : text.equals(" ") ? BLANK : new Gap(text);
    }

    String text() {
        return text;
    }

    /** How many line ends there are outside of comments and not behind a backtick. */
    int breaks() {
        return breaks;
    }

    boolean hasComment() {
        return comment;
    }

    boolean continued() {
        return continued;
    }

    /** Nothing but blanks, on one line. */
    boolean plain() {
        return breaks == 0 && !comment && !continued;
    }

    /** Whether what follows is the first on its line, but for blanks. */
    boolean endsLine() {
        return lastLine >= 0;
    }

    /** The blanks before what follows, where that is the first on its line. */
    String indent() {
        return lastLine < 0 ? "" : text.substring(lastLine);
    }

    /** Beginning and ending with one that is no comment; those may be empty. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(3);
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || c == '<') {
                pieces.add(new Piece(from, at, false));
                from = commentEnd(text, at);
                pieces.add(new Piece(at, from, true));
                at = from;
            } else {
                at++;
            }
        }
        pieces.add(new Piece(from, text.length(), false));
        return pieces;
    }

    private static int commentEnd(String text, int start) {
        if (text.charAt(start) == '<') {
            int close = text.indexOf("#>", start + 2);
            return close < 0 ? text.length() : close + 2;
        }
        int at = start;
        while (at < text.length() && newline(text, at) == 0) {
            at++;
        }
        return at;
    }

    static int newline(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        return c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : c == '\r' || c == '\n' ? 1 : 0;
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    /** Without the blanks at its end. */
    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && !isNewline(text.charAt(end - 1)) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Without the blanks it begins with. */
    static String stripStart(String text) {
        int start = 0;
        while (start < text.length() && !isNewline(text.charAt(start)) && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}
