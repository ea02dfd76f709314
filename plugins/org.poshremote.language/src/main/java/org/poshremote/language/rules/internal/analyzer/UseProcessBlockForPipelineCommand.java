package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Statement;

/** Without a process block only the last object arrives. */
public final class UseProcessBlockForPipelineCommand extends Rule {
    public UseProcessBlockForPipelineCommand() {
        super("PSUseProcessBlockForPipelineCommand", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            if (function.keyword().equals("function") && function.body().block(NamedBlock.Kind.PROCESS).isEmpty()) {
                function.declaredParameters().stream().filter(parameter -> Shapes.attributes(parameter.attributes(), "Parameter").stream()
                    .anyMatch(attribute -> Shapes.isSet(attribute, "ValueFromPipeline") || Shapes.isSet(attribute, "ValueFromPipelineByPropertyName"))).findFirst()
                    .ifPresent(parameter -> on.at(parameter.name()).with(parameter.name().path()).about(parameter.name().path()).report());
            }
        });
    }
}
