package org.poshremote.language.rules.internal;

/** Lines of a text; the line end, LF, CR or both, is not part of the line. */
public final class Lines {
    /** Takes one line. */
    public interface Taker {
        void take(int start, int end);
    }

    private Lines() {
    }

    public static void each(String text, Taker taker) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                taker.take(start, i);
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
    }

    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u00A0';
    }

    public static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether nothing but blanks and a comment follow on the line. */
    public static boolean endsAt(String text, int from) {
        int at = skipBlanks(text, from);
        return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r' || text.charAt(at) == '#';
    }

    /** Whether each line is blank or a comment of one line. */
    public static boolean onlyComments(String text) {
        return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    }

    /** Where the line of an offset begins. */
    public static int start(String text, int offset) {
        int at = Math.min(offset, text.length());
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }

    public static int indent(String text, int offset) {
        int start = start(text, offset);
        return skipBlanks(text, start) - start;
    }
}
