package org.poshremote.language.format;

import java.util.Locale;
import java.util.Optional;

/** Settings that belong together; those that PSScriptAnalyzer ships under these names. */
public enum Preset {
    /** {@code CodeFormatting}: braces behind what they belong to, {@code else} on a line of its own. */
    DEFAULT("default"),
    /** {@code CodeFormattingOTBS}, the one true brace style: {@code else} stands behind the brace. */
    OTBS("otbs"),
    /** {@code CodeFormattingStroustrup}: as the default. */
    STROUSTRUP("stroustrup"),
    /** {@code CodeFormattingAllman}: braces on lines of their own. */
    ALLMAN("allman");

    private final String title;

    Preset(String title) {
        this.title = title;
    }

    /** As it is written in settings and on the command line. */
    public String title() {
        return title;
    }

    /** In any case, with and without {@code CodeFormatting} before it. */
    public static Optional<Preset> find(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace("codeformatting", "");
        for (Preset preset : values()) {
            if (preset.title.equals(plain.isEmpty() ? "default" : plain)) {
                return Optional.of(preset);
            }
        }
        return Optional.empty();
    }
}
