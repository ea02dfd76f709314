package org.poshremote.language.rules.internal.target;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;

/** PowerShell started by a script with switches that the target does not have. */
public final class NestedPowerShell extends Rule {
    public NestedPowerShell() {
        super("PoshRemoteNestedPowerShell", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        boolean nano = on.target().isNano();
        boolean desktop = on.target().desktop().orElse(false);
        on.eachCommand(List.of("powershell", "powershell.exe", "pwsh", "pwsh.exe"), command -> {
            boolean seven = command.name().toLowerCase(Locale.ROOT).startsWith("pwsh");
            if (seven && on.target().isBefore(6, 0)) {
                on.at(command.elements().get(0)).text("missing").with(on.target().described()).as(Severity.INFORMATION).report();
                return;
            }
            for (CommandElement element : command.elements()) {
                if (element instanceof CommandParameter parameter) {
                    String name = parameter.name().toLowerCase(Locale.ROOT);
                    boolean unknown = nano && (name.equals("executionpolicy") || name.equals("ep") || name.equals("ex"))
                        || !desktop && on.target().desktop().isPresent() && (name.equals("psconsolefile") || (name.equals("sta") || name.equals("mta")) && !on.target().windows().orElse(true))
                        || seven && name.equals("configurationfile") && on.target().isBefore(7, 3);
                    if (unknown) {
                        on.report(parameter, on.target().described(), "-" + parameter.name());
                    }
                }
            }
        });
    }
}
