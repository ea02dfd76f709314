package org.poshremote.language.rules;

import java.util.ResourceBundle;

/** The words of problems and fixes. {@code {0}} and so on stand for what was found; apostrophes stand for themselves. */
final class RuleMessages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.poshremote.language.rules.messages");
    private static final int LONGEST = 120;

    private RuleMessages() {
    }

    static String text(String key, Object... arguments) {
        StringBuilder text = new StringBuilder();
        String pattern = TEXTS.getString(key);
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int number = c == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}' ? pattern.charAt(at + 1) - '0' : -1;
            if (number >= 0 && number < arguments.length) {
                text.append(shortened(String.valueOf(arguments[number])));
                at += 3;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static String shortened(String found) {
        return found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
    }

    static boolean has(String key) {
        return TEXTS.containsKey(key);
    }
}
