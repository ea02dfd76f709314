package org.poshremote.demo.interpreter;

import org.poshremote.language.syntax.SyntaxError;

/** Parser errors in the demo node's words. */
final class SyntaxTexts {
    private SyntaxTexts() {
    }

    static String of(SyntaxError error) {
        String detail = error.detail().isEmpty() ? "" : " (" + error.detail() + ")";
        String words = error.id().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + detail + ".";
    }
}
