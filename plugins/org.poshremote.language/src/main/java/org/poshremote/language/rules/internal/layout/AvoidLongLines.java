package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;

/** Long lines. */
public final class AvoidLongLines extends Rule {
    public AvoidLongLines() {
        super("PSAvoidLongLines", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        int most = on.options().number("MaximumLineLength", 120);
        Lines.each(on.text(), (start, end) -> {
            if (end - start > most) {
                on.at(start, end).with(end - start, most).report();
            }
        });
    }
}
