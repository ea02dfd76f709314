package org.poshremote.language.signature;

/**
 * The parenthesis of a method call that is open before the cursor, found in the text alone, since what is being typed has no tree yet.
 *
 * @param paren    its offset; -1 where there is none
 * @param argument how many commas of the call stand before the cursor
 */
record OpenCall(int paren, int argument) {
    private static final OpenCall NONE = new OpenCall(-1, 0);
    /** A call is not searched farther back. */
    private static final int FARTHEST = 4_000;

    static OpenCall before(String text, int offset) {
        int depth = 0;
        int commas = 0;
        int at = offset - 1;
        int end = Math.max(0, offset - FARTHEST);
        while (at >= end) {
            char c = text.charAt(at);
            switch (c) {
                case ')', ']', '}' -> depth++;
                case '[' -> depth--;
                case '{' -> {
                    // a block that is open is one of statements, not an argument
                    if (depth == 0) {
                        return NONE;
                    }
                    depth--;
                }
                case '(' -> {
                    if (depth == 0) {
                        return at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_') && isMember(text, at) ? new OpenCall(at, commas) : NONE;
                    }
                    depth--;
                }
                case ',' -> commas += depth == 0 ? 1 : 0;
                case ';' -> {
                    if (depth == 0) {
                        return NONE;
                    }
                }
                case '"', '\'' -> {
                    int open = at - 1;
                    while (open >= end && text.charAt(open) != c && text.charAt(open) != '\n') {
                        open--;
                    }
                    // an odd one on the line opens the text that is being typed
                    at = open >= end && text.charAt(open) == c ? open : at;
                }
                default -> { }
            }
            if (depth < 0) {
                depth = 0;
            }
            at--;
        }
        return NONE;
    }

    /** A name behind a dot or two colons. */
    private static boolean isMember(String text, int paren) {
        int at = paren - 1;
        while (at >= 0 && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at--;
        }
        return at >= 0 && (text.charAt(at) == '.' || text.charAt(at) == ':');
    }
}
