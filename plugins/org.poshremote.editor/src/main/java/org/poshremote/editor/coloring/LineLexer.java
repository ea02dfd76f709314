package org.poshremote.editor.coloring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The first colours of one line, from its characters alone: at once, and nearly always what the server says after it. What
 * goes on over the end of a line is its state.
 */
final class LineLexer {
    /** What a line is inside of at its beginning. */
    enum State { CODE, COMMENT, SINGLE, DOUBLE, HERE_SINGLE, HERE_DOUBLE }

    /** Columns of a line. */
    record Piece(int start, int end, Shade shade) {
    }

    private static final Set<String> KEYWORDS = Set.of("begin", "break", "catch", "class", "clean", "configuration", "continue", "data", "do",
        "dynamicparam", "else", "elseif", "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "hidden", "if", "in",
        "param", "process", "return", "static", "switch", "throw", "trap", "try", "until", "using", "while", "workflow");
    private static final Set<String> OPERATORS = Set.of("and", "or", "xor", "not", "band", "bor", "bxor", "bnot", "shl", "shr", "eq", "ne", "gt", "ge", "lt",
        "le", "like", "notlike", "match", "notmatch", "contains", "notcontains", "in", "notin", "replace", "split", "join", "is", "isnot", "as", "f");

    private final String line;
    private final List<Piece> pieces = new ArrayList<>();
    private State state;
    private int at;
    private boolean command = true;
    /** Within the parentheses of an attribute, where names are members. */
    private boolean attribute;

    private LineLexer(String line, State state) {
        this.line = line;
        this.state = state;
    }

    record Result(List<Piece> pieces, State end) {
    }

    static Result of(String line, State start) {
        LineLexer lexer = new LineLexer(line, start);
        lexer.run();
        return new Result(lexer.pieces, lexer.state);
    }

    private void run() {
        while (at < line.length()) {
            switch (state) {
                case CODE -> code();
                case COMMENT -> until("#>", Shade.COMMENT);
                case SINGLE -> string('\'');
                case DOUBLE -> string('"');
                case HERE_SINGLE -> here("'@");
                case HERE_DOUBLE -> here("\"@");
            }
        }
    }

    private void add(int start, int end, Shade shade) {
        if (end > start) {
            pieces.add(new Piece(start, end, shade));
        }
    }

    private void until(String close, Shade shade) {
        int end = line.indexOf(close, at);
        int stop = end < 0 ? line.length() : end + close.length();
        add(at, stop, shade);
        at = stop;
        if (end >= 0) {
            state = State.CODE;
        }
    }

    /** A here-string ends at the beginning of a line. */
    private void here(String close) {
        if (at == 0 && line.startsWith(close)) {
            add(0, 2, Shade.STRING);
            at = 2;
            state = State.CODE;
        } else {
            boolean expands = state == State.HERE_DOUBLE;
            int from = at;
            at = line.length();
            textWithVariables(from, at, expands);
        }
    }

    private void string(char quote) {
        int from = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '`' && quote == '"') {
                at = Math.min(at + 1, line.length());
            } else if (c == quote) {
                if (at < line.length() && line.charAt(at) == quote) {
                    at++;
                } else {
                    state = State.CODE;
                    break;
                }
            }
        }
        textWithVariables(from, at, quote == '"');
        command = false;
    }

    private void textWithVariables(int from, int to, boolean expands) {
        int start = from;
        for (int i = from; expands && i < to - 1; i++) {
            if (line.charAt(i) == '`') {
                i++;
            } else if (line.charAt(i) == '$' && startsName(line.charAt(i + 1))) {
                add(start, i, Shade.STRING);
                int end = variableEnd(i + 1, to);
                add(i, end, Shade.VARIABLE);
                start = end;
                i = end - 1;
            }
        }
        add(start, to, Shade.STRING);
    }

    private int variableEnd(int from, int to) {
        int end = from;
        while (end < to && (startsName(line.charAt(end)) || line.charAt(end) == ':' && end + 1 < to && startsName(line.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean startsName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private char ahead(int distance) {
        return at + distance < line.length() && at + distance >= 0 ? line.charAt(at + distance) : ' ';
    }

    private void code() {
        char c = line.charAt(at);
        boolean apart = " \t;{}()|&,=".indexOf(ahead(-1)) >= 0;
        if (c == '<' && ahead(1) == '#') {
            state = State.COMMENT;
            add(at, at + 2, Shade.COMMENT);
            at += 2;
        } else if (c == '#' && apart) {
            add(at, line.length(), Shade.COMMENT);
            at = line.length();
        } else if (c == '@' && (ahead(1) == '\'' || ahead(1) == '"') && line.substring(at + 2).isBlank()) {
            state = ahead(1) == '"' ? State.HERE_DOUBLE : State.HERE_SINGLE;
            add(at, line.length(), Shade.STRING);
            at = line.length();
        } else if (c == '\'' || c == '"') {
            add(at, at + 1, Shade.STRING);
            at++;
            state = c == '"' ? State.DOUBLE : State.SINGLE;
            command = false;
        } else if (c == '$') {
            variable();
        } else if (c == '@' && startsName(ahead(1))) {
            variable();
        } else if (c == '`') {
            at = Math.min(at + 2, line.length());
        } else if (c == '[' && apart && Character.isLetter(ahead(1))) {
            type();
        } else if (c == '-' && Character.isLetter(ahead(1)) && apart) {
            dashed();
        } else if (Character.isDigit(c)) {
            number();
        } else if (startsName(c)) {
            word();
        } else {
            if ("|;{(=&".indexOf(c) >= 0) {
                command = !attribute || c != '(';
            } else if (!Character.isWhitespace(c)) {
                command = c == '}';
                attribute &= c != ']';
            }
            at++;
        }
    }

    private void variable() {
        int from = at++;
        if (at < line.length() && line.charAt(at) == '{') {
            int close = line.indexOf('}', at);
            at = close < 0 ? line.length() : close + 1;
        } else if (at < line.length() && "$?^".indexOf(line.charAt(at)) >= 0) {
            at++;
        } else {
            at = variableEnd(at, line.length());
        }
        if (at - from > 1) {
            add(from, at, Shade.VARIABLE);
        }
        command = at - from == 1;
    }

    private void type() {
        int depth = 0;
        int end = at;
        while (end < line.length()) {
            char c = line.charAt(end);
            if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                break;
            } else if (c == '(') {
                break;
            } else if (!startsName(c) && "[].,+` ".indexOf(c) < 0) {
                break;
            }
            end++;
        }
        add(at + 1, end, Shade.TYPE);
        attribute = end < line.length() && line.charAt(end) == '(';
        at = Math.max(end, at + 1);
        command = false;
    }

    private void dashed() {
        int end = at + 1;
        while (end < line.length() && (startsName(line.charAt(end)))) {
            end++;
        }
        String name = line.substring(at + 1, end).toLowerCase(Locale.ROOT);
        String plain = name.length() > 2 && (name.charAt(0) == 'c' || name.charAt(0) == 'i') && OPERATORS.contains(name.substring(1)) ? name.substring(1) : name;
        add(at, end, OPERATORS.contains(plain) ? Shade.OPERATOR : Shade.PARAMETER);
        at = end;
        command = false;
    }

    private void number() {
        int end = at;
        while (end < line.length() && (startsName(line.charAt(end)) || line.charAt(end) == '.' && end + 1 < line.length() && Character.isDigit(line.charAt(end + 1)))) {
            end++;
        }
        add(at, end, Shade.NUMBER);
        at = end;
        command = false;
    }

    /** The name of an entry: "=" follows, and it is no comparison of a program's argument. */
    private boolean isKey(int end) {
        int next = end;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next < line.length() && line.charAt(next) == '=' && (next + 1 == line.length() || line.charAt(next + 1) != '=');
    }

    private void word() {
        int end = at;
        boolean member = ahead(-1) == '.' || ahead(-1) == ':' && ahead(-2) == ':';
        while (end < line.length() && (startsName(line.charAt(end)) || !member && line.charAt(end) == '-' && end + 1 < line.length() && startsName(line.charAt(end + 1)))) {
            end++;
        }
        String word = line.substring(at, end).toLowerCase(Locale.ROOT);
        if (member || attribute || command && isKey(end)) {
            add(at, end, Shade.MEMBER);
            command = false;
        } else if (KEYWORDS.contains(word) && (command || word.equals("in"))) {
            add(at, end, Shade.KEYWORD);
            // what comes after "function" is a name, in the colour of commands
            command = !word.equals("in") && !word.equals("class") && !word.equals("enum");
        } else {
            if (command) {
                add(at, end, Shade.COMMAND);
            }
            command = false;
        }
        at = end;
    }
}
