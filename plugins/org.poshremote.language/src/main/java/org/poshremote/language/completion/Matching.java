package org.poshremote.language.completion;

/**
 * Whether what is typed can mean a name: its beginning, the beginning of a later part of it ({@code child} for
 * {@code Get-ChildItem}), or letters in their order that begin where the name does ({@code gci}). Case does not count.
 */
public final class Matching {
    private Matching() {
    }

    public static boolean matches(String typed, String name) {
        if (typed.isEmpty() || name.regionMatches(true, 0, typed, 0, typed.length())) {
            return true;
        }
        for (int i = 1; i < name.length(); i++) {
            if (beginsPart(name, i) && name.regionMatches(true, i, typed, 0, typed.length())) {
                return true;
            }
        }
        return inOrder(typed, name);
    }

    /** Letters in their order, the first one at the beginning; signs such as a dash or a sigil are no letters. */
    private static boolean inOrder(String typed, String name) {
        if (!Character.isLetterOrDigit(typed.charAt(0)) && typed.length() > 1 && !name.isEmpty()) {
            return typed.charAt(0) == name.charAt(0) && inOrder(typed.substring(1), name.substring(1));
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < typed.length(); i++) {
            if (Character.toLowerCase(name.charAt(i)) == Character.toLowerCase(typed.charAt(at))) {
                at++;
            } else if (i == 0) {
                return false;
            }
        }
        return at == typed.length();
    }

    private static boolean beginsPart(String name, int at) {
        char before = name.charAt(at - 1);
        char here = name.charAt(at);
        return !Character.isLetterOrDigit(before) && Character.isLetterOrDigit(here) || Character.isLowerCase(before) && Character.isUpperCase(here);
    }
}
