package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** A machine's name in a script fits one machine. */
public final class AvoidUsingComputerNameHardcoded extends Rule {
    private static final List<String> LOCAL = List.of("localhost", ".", "::1", "127.0.0.1");

    public AvoidUsingComputerNameHardcoded() {
        super("PSAvoidUsingComputerNameHardcoded", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Command.class, command -> Commands.valueOf(command, "ComputerName", "comp").ifPresent(value -> {
            List<Expression> names = value instanceof Expression.ArrayLiteral several ? several.elements() : List.of(value);
            names.forEach(name -> name.constantText().filter(text -> !LOCAL.contains(text.toLowerCase(Locale.ROOT)) && !text.isEmpty())
                .ifPresent(text -> on.at(name).with(text).about(command.name()).report()));
        }));
    }
}
