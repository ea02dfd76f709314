package org.poshremote.language.rules.internal.dsc;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.PipelineElement.Command;

/** A resource tells what it does. */
public final class VerboseMessageInResource extends Rule {
    public VerboseMessageInResource() {
        super("PSDSCUseVerboseMessageInDSCResource", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        for (String name : Resources.FUNCTIONS) {
            Resources.function(on.model(), name).filter(function -> !Shapes.any(function.body(), node -> node instanceof Command command && command.name().equalsIgnoreCase("Write-Verbose")))
                .ifPresent(function -> on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report());
        }
    }
}
