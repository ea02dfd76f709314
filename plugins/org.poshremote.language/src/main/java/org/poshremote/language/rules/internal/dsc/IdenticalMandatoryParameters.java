package org.poshremote.language.rules.internal.dsc;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Statement;

/** The keys of a resource are mandatory everywhere. */
public final class IdenticalMandatoryParameters extends Rule {
    public IdenticalMandatoryParameters() {
        super("PSDSCUseIdenticalMandatoryParametersForDSC", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        Optional<Statement.Function> get = Resources.function(on.model(), "Get-TargetResource");
        for (String other : List.of("Set-TargetResource", "Test-TargetResource")) {
            Optional<Statement.Function> second = Resources.function(on.model(), other);
            if (get.isPresent() && second.isPresent()) {
                Optional<String> different = Resources.difference(Resources.mandatory(get.get()), Resources.mandatory(second.get()));
                if (different.isPresent()) {
                    on.at(get.get().nameStart(), get.get().nameEnd()).with("$" + different.get()).about(different.get()).report();
                    return;
                }
            }
        }
    }
}
