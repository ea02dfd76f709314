package org.poshremote.language.rules.internal.target;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Commands that the versions in the settings do not have. */
public final class UseCompatibleCmdlets extends Rule {
    public UseCompatibleCmdlets() {
        super("PSUseCompatibleCmdlets", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        Compatibility.check(on, on.options().words("compatibility", List.of()), false);
    }
}
