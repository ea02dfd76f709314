package org.poshremote.demo.interpreter;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions and wildcards of PowerShell as Java's. */
final class Patterns {
    private Patterns() {
    }

    static Pattern regex(String pattern, boolean caseSensitive) {
        try {
            return Pattern.compile(pattern.replaceAll("\\(\\?<([A-Za-z0-9]+)>", "(?<$1>"), caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw PsError.runtime("parsing \"" + pattern + "\" - " + e.getDescription() + ".", "RuntimeException", "InvalidOperation", "ArgumentException");
        }
    }

    /** *, ?, [a-z], escapes by backtick. */
    static Pattern wildcard(String pattern, boolean caseSensitive) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '`' -> regex.append(Pattern.quote(i + 1 < pattern.length() ? String.valueOf(pattern.charAt(++i)) : "`"));
                case '[' -> {
                    int close = pattern.indexOf(']', i + 1);
                    if (close < 0) {
                        throw PsError.runtime("The specified wildcard character pattern is not valid: " + pattern, "RuntimeException", "InvalidArgument", "WildcardPatternException");
                    }
                    regex.append('[').append(pattern.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[").replace("&&", "&\\&").replace("^", "\\^")).append(']');
                    i = close;
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    static boolean like(String text, String pattern, boolean caseSensitive) {
        return wildcard(pattern, caseSensitive).matcher(new BoundedText(text)).matches();
    }
}
