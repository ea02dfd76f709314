package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Map;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** The WMI commands are gone since PowerShell 6. */
public final class AvoidUsingWMICmdlet extends Rule {
    private static final Map<String, String> INSTEAD = Map.of("Get-WmiObject", "Get-CimInstance", "gwmi", "Get-CimInstance", "Invoke-WmiMethod", "Invoke-CimMethod", "Register-WmiEvent",
        "Register-CimIndicationEvent", "Remove-WmiObject", "Remove-CimInstance", "Set-WmiInstance", "Set-CimInstance");

    public AvoidUsingWMICmdlet() {
        super("PSAvoidUsingWMICmdlet", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.requirements().version().filter(version -> version.isBefore(3, 0)).isPresent() || on.target().isBefore(3, 0)) {
            return;
        }
        INSTEAD.forEach((wmi, cim) -> on.eachCommand(List.of(wmi), command -> on.report(command.elements().get(0), command.name(), cim)));
    }
}
