package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** How far a line is moved in. */
public final class UseConsistentIndentation extends Rule {
    public UseConsistentIndentation() {
        super("PSUseConsistentIndentation", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        Indentation.check(on);
    }
}
