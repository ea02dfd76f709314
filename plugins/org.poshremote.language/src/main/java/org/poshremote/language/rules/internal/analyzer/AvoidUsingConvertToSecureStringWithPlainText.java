package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** A plain text is no secret any more. */
public final class AvoidUsingConvertToSecureStringWithPlainText extends Rule {
    public AvoidUsingConvertToSecureStringWithPlainText() {
        super("PSAvoidUsingConvertToSecureStringWithPlainText", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("ConvertTo-SecureString"), command -> {
            if (Commands.hasParameter(command, "AsPlainText", "a")) {
                on.report(command.elements().get(0));
            }
        });
    }
}
