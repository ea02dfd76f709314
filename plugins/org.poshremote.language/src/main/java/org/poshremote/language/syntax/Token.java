package org.poshremote.language.syntax;

/**
 * A piece of a script's text. Offsets are in UTF-16 units, {@code end} exclusive.
 *
 * @param owner the innermost node that the piece is part of
 */
public record Token(int start, int end, Kind kind, Node owner) {
    public enum Kind {
        BLANKS, LINE_END,
        /** A backtick and the line end behind it. */
        CONTINUATION, COMMENT,
        KEYWORD,
        /** Of a function, type, member, resource, or argument of an attribute. */
        NAME,
        /** The name that a command is called by. */
        COMMAND,
        /** Unquoted text. */
        WORD,
        /** With its dash; with its colon where an argument follows it. */
        PARAMETER, NUMBER,
        /** With its quotes and with all that is put into it. */
        STRING, VARIABLE,
        /** Without the brackets around it. */
        TYPE, OPERATOR,
        /** {@code =}, {@code +=} and so on, also in hashtables and declarations. */
        ASSIGNMENT,
        /** Brace of a statement, function, type or named block. */
        OPEN_BLOCK,
        /** Brace of a script block that is a value. */
        OPEN_SCRIPT_BLOCK,
        /** Brace of a resource or node of a configuration. */
        OPEN_RESOURCE,
        /** <code>@{</code> */
        OPEN_TABLE, CLOSE_BRACE, OPEN_PARENTHESIS,
        /** {@code @(} */
        OPEN_ARRAY,
        /** {@code $(} */
        OPEN_SUBEXPRESSION, CLOSE_PARENTHESIS, OPEN_BRACKET, CLOSE_BRACKET, COMMA, SEMICOLON,
        /** Between the elements of a pipeline. */
        BAR,
        /** {@code .}, {@code ::}, {@code ?.}, also of dot-sourcing. */
        DOT, REDIRECTION,
        /** Another mark, such as the colon of a label or {@code &}. */
        MARK,
        /** What could not be read. */
        UNKNOWN;

        /** Whether PowerShell looks past it. */
        public boolean isTrivia() {
            return this == BLANKS || this == LINE_END || this == CONTINUATION || this == COMMENT;
        }

        public boolean opensBrace() {
            return this == OPEN_BLOCK || this == OPEN_SCRIPT_BLOCK || this == OPEN_RESOURCE || this == OPEN_TABLE;
        }

        public boolean opens() {
            return opensBrace() || this == OPEN_PARENTHESIS || this == OPEN_ARRAY || this == OPEN_SUBEXPRESSION || this == OPEN_BRACKET;
        }

        public boolean closes() {
            return this == CLOSE_BRACE || this == CLOSE_PARENTHESIS || this == CLOSE_BRACKET;
        }
    }

    public int length() {
        return end - start;
    }

    public String text(String script) {
        return script.substring(start, end);
    }
}
