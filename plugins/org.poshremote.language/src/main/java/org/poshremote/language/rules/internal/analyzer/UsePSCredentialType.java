package org.poshremote.language.rules.internal.analyzer;

import java.util.Locale;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Parameter;

/** Whoever reads Credential expects a credential. */
public final class UsePSCredentialType extends Rule {
    public UsePSCredentialType() {
        super("PSUsePSCredentialType", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            if (parameter.name().path().equalsIgnoreCase("Credential") && parameter.attributes().stream().noneMatch(attribute -> Types.name(attribute.type()).toLowerCase(Locale.ROOT).endsWith("credential"))) {
                on.at(parameter.name()).about(parameter.name().path()).report();
            }
        });
    }
}
