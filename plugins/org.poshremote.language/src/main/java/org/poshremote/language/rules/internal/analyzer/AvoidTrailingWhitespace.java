package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;

/** Blanks at the end of a line. */
public final class AvoidTrailingWhitespace extends Rule {
    public AvoidTrailingWhitespace() {
        super("PSAvoidTrailingWhitespace", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        String text = on.text();
        Lines.each(text, (start, end) -> {
            int last = end;
            while (last > start && Lines.isBlank(text.charAt(last - 1))) {
                last--;
            }
            if (last < end) {
                on.at(last, end).fix(last, end, "").report();
            }
        });
    }
}
