package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Parameter;

/** WhatIf and Confirm come with SupportsShouldProcess. */
public final class UseSupportsShouldProcess extends Rule {
    public UseSupportsShouldProcess() {
        super("PSUseSupportsShouldProcess", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            String name = Shapes.lower(parameter.name().path());
            if ((name.equals("whatif") || name.equals("confirm")) && on.around(Member.Method.class).isEmpty()) {
                on.at(parameter).with(parameter.name().path()).about(parameter.name().path()).report();
            }
        });
    }
}
