package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** A common parameter cannot be declared again. */
public final class ReservedParams extends Rule {
    private static final List<String> COMMON = List.of("verbose", "debug", "erroraction", "warningaction", "informationaction", "errorvariable", "warningvariable", "informationvariable",
        "outvariable", "outbuffer", "pipelinevariable", "progressaction");

    public ReservedParams() {
        super("PSReservedParams", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            if (!Shapes.isAdvanced(function)) {
                return;
            }
            for (Parameter parameter : function.declaredParameters()) {
                if (COMMON.contains(Shapes.lower(parameter.name().path()))) {
                    on.at(parameter.name()).with(parameter.name().path()).about(parameter.name().path()).report();
                }
            }
        });
    }
}
