package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Statement;

/** Parameters in one place. */
public final class UseConsistentParametersKind extends Rule {
    public UseConsistentParametersKind() {
        super("PSUseConsistentParametersKind", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        boolean inline = on.options().word("ParametersKind", "ParamBlock").equalsIgnoreCase("Inline");
        on.each(Statement.Function.class, function -> {
            boolean has = !function.parameters().isEmpty();
            boolean block = function.body().param().filter(param -> !param.parameters().isEmpty()).isPresent();
            if (!inline && has) {
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report();
            } else if (inline && block) {
                on.at(function.nameStart(), function.nameEnd()).text("inline").with(function.name()).about(function.name()).report();
            }
        });
    }
}
