package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;

/** Only the very last character of a line continues it. */
public final class MisleadingBacktick extends Rule {
    public MisleadingBacktick() {
        super("PSMisleadingBacktick", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        String text = on.text();
        Lines.each(text, (start, end) -> {
            int last = end;
            while (last > start && Lines.isBlank(text.charAt(last - 1))) {
                last--;
            }
            // two of them are one that stands for itself
            boolean single = last > start && text.charAt(last - 1) == '`' && (last < start + 2 || text.charAt(last - 2) != '`');
            if (last < end && single && on.script().comments().stream().noneMatch(comment -> comment.start() < end && end <= comment.end())) {
                on.at(last, end).fix(last, end, "").report();
            }
        });
    }
}
