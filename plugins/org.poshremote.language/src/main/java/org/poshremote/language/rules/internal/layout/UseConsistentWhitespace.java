package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Blanks around what joins and separates. */
public final class UseConsistentWhitespace extends Rule {
    public UseConsistentWhitespace() {
        super("PSUseConsistentWhitespace", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        Whitespace.check(on);
    }
}
