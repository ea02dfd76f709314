package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.AttributeNode;

/** An empty help message fails at the prompt. */
public final class AvoidNullOrEmptyHelpMessageAttribute extends Rule {
    public AvoidNullOrEmptyHelpMessageAttribute() {
        super("PSAvoidNullOrEmptyHelpMessageAttribute", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(AttributeNode.Attribute.class, attribute -> {
            if (attribute.type().name().equalsIgnoreCase("Parameter")) {
                Shapes.named(attribute, "HelpMessage").filter(argument -> argument.value().isEmpty() || Shapes.isVariable(argument.value().get(), "null")
                    || argument.value().get().constantText().filter(String::isEmpty).isPresent())
                    .ifPresent(argument -> on.at(argument.start(), argument.end()).report());
            }
        });
    }
}
