package org.poshremote.language.rules.internal.dsc;

import java.util.Map;
import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Statement;

/** What the three functions of a resource give back. */
public final class ReturnTypesOfResource extends Rule {
    public ReturnTypesOfResource() {
        super("PSDSCReturnCorrectTypesForDSCFunctions", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        Map<String, String> expected = Map.of("Get-TargetResource", "hashtable", "Test-TargetResource", "bool", "Set-TargetResource", "nothing");
        expected.forEach((name, type) -> Resources.function(on.model(), name).ifPresent(function -> Shapes.all(function.body(), Statement.Leave.class).stream()
            .filter(leave -> leave.keyword().equals("return") && leave.value().isPresent()).forEach(leave -> {
                Optional<String> given = leave.value().get() instanceof Statement.Pipeline pipeline ? pipeline.expression().flatMap(on.types()::of) : Optional.empty();
                given.filter(found -> !found.equals(type) && !found.equals("psobject")).ifPresent(found -> on.at(leave).with(name, found, type).about(name).report());
            })));
    }
}
