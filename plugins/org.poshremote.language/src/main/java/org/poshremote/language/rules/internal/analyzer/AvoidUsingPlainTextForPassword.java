package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Parameter;

/** A password parameter that is a string ends up in logs. */
public final class AvoidUsingPlainTextForPassword extends Rule {
    private static final List<String> SECRETS = List.of("password", "passphrase", "cred");
    private static final List<String> PLAIN = List.of("string", "string[]", "object", "object[]", "psobject");

    public AvoidUsingPlainTextForPassword() {
        super("PSAvoidUsingPlainTextForPassword", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Parameter.class, parameter -> {
            String name = parameter.name().path();
            boolean secret = SECRETS.stream().anyMatch(Shapes.lower(name)::contains);
            Optional<String> type = parameter.type().map(Types::name);
            if (secret && type.filter(known -> !PLAIN.contains(known)).isEmpty()) {
                Inspection.Report report = on.at(parameter.name()).with(name).about(name);
                Optional<AttributeNode> constraint = parameter.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).reduce((a, b) -> b);
                if (constraint.isPresent()) {
                    report.fix(constraint.get().start(), constraint.get().end(), "[securestring]");
                } else {
                    report.fix(parameter.name().start(), parameter.name().start(), "[securestring] ");
                }
                report.report();
            }
        });
    }
}
