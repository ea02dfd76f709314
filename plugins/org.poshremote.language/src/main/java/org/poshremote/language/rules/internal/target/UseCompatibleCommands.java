package org.poshremote.language.rules.internal.target;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Commands and parameters that the profiles in the settings do not have. */
public final class UseCompatibleCommands extends Rule {
    public UseCompatibleCommands() {
        super("PSUseCompatibleCommands", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        Compatibility.check(on, on.options().words("TargetProfiles", List.of()), true);
    }
}
