package org.poshremote.language.rules.internal.analyzer;

import java.util.Locale;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Help files are UTF-8. */
public final class UseUTF8EncodingForHelpFile extends Rule {
    public UseUTF8EncodingForHelpFile() {
        super("PSUseUTF8EncodingForHelpFile", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        boolean help = on.file().name().toLowerCase(Locale.ROOT).matches("about_.*\\.help\\.txt");
        boolean other = switch (on.file().encoding()) {
            case UTF_16_LE, UTF_16_BE, ANSI -> true;
            default -> false;
        };
        if (help && other) {
            on.at(0, 0).report();
        }
    }
}
