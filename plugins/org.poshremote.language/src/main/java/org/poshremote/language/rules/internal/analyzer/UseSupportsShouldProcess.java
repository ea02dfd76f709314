package org.poshremote.language.rules.internal.analyzer;

import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode.Attribute;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.ParamBlock;
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
                Inspection.Report report = on.at(parameter).with(parameter.name().path()).about(parameter.name().path());
                on.around(ParamBlock.class).filter(block -> block.parameters().contains(parameter)).ifPresent(block -> fix(on, report, block, parameter));
                report.report();
            }
        });
    }

    private static void fix(Inspection on, Inspection.Report report, ParamBlock block, Parameter parameter) {
        Optional<Attribute> binding = block.attributes().stream().filter(Attribute.class::isInstance).map(Attribute.class::cast)
            .filter(attribute -> attribute.type().name().equalsIgnoreCase("CmdletBinding")).findFirst();
        if (binding.isEmpty()) {
            int keyword = block.attributes().isEmpty() ? block.start() : block.attributes().get(block.attributes().size() - 1).end();
            report.fix(keyword, keyword, block.attributes().isEmpty() ? "[CmdletBinding(SupportsShouldProcess)] " : " [CmdletBinding(SupportsShouldProcess)]");
        } else if (binding.get().named().stream().noneMatch(named -> named.name().equalsIgnoreCase("SupportsShouldProcess"))) {
            int arguments = on.text().indexOf('(', binding.get().start()) + 1;
            report.fix(arguments, arguments, binding.get().named().isEmpty() && binding.get().positional().isEmpty() ? "SupportsShouldProcess" : "SupportsShouldProcess, ");
        }
        int at = block.parameters().indexOf(parameter);
        if (at + 1 < block.parameters().size()) {
            report.fix(parameter.start(), block.parameters().get(at + 1).start(), "");
        } else {
            report.fix(at == 0 ? parameter.start() : block.parameters().get(at - 1).end(), parameter.end(), "");
        }
    }
}
