package org.poshremote.editor.preferences;

import java.util.Locale;
import java.util.ResourceBundle;

/** Words of the options, by their names in {@code format.properties}. */
final class FormatLabels {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.poshremote.editor.preferences.format", Locale.getDefault(), FormatLabels.class.getClassLoader());

    private FormatLabels() {
    }

    static String of(FormatOption option) {
        return WORDS.getString(option.name());
    }

    static String of(FormatOption.Section section) {
        return WORDS.getString("section." + section.name().toLowerCase(Locale.ROOT));
    }

    static String choice(String choice) {
        return WORDS.getString("choice." + (choice.isEmpty() ? "asInFile" : choice));
    }
}
