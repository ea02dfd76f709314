package org.poshremote.language.rules.internal.dsc;

import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Statement;

/** Test and Set are called with the same parameters. */
public final class IdenticalParameters extends Rule {
    public IdenticalParameters() {
        super("PSDSCUseIdenticalParametersForDSC", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        Optional<Statement.Function> set = Resources.function(on.model(), "Set-TargetResource");
        Optional<Statement.Function> test = Resources.function(on.model(), "Test-TargetResource");
        if (set.isPresent() && test.isPresent()) {
            Resources.difference(set.get().declaredParameters(), test.get().declaredParameters())
                .ifPresent(name -> on.at(set.get().nameStart(), set.get().nameEnd()).with("$" + name).about(name).report());
        }
    }
}
