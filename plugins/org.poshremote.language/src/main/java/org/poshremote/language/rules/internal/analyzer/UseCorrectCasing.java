package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;

/** Commands, operators and keywords as they are usually written. */
public final class UseCorrectCasing extends Rule {
    public UseCorrectCasing() {
        super("PSUseCorrectCasing", Severity.INFORMATION, false);
    }

    @Override
    protected void begin(Inspection on) {
        boolean commands = on.options().flag("CheckCommands", true);
        boolean keywords = on.options().flag("CheckKeyword", true);
        boolean operators = on.options().flag("CheckOperator", true);
        if (commands) {
            on.each(Command.class, command -> {
                if (command.elements().isEmpty() || !(command.elements().get(0) instanceof Expression.StringConstant word) || word.quotes() != Expression.Quotes.BARE) {
                    return;
                }
                Optional<KnownCommand> known = Knowledge.resolve(word.value());
                known.filter(found -> found.name().equalsIgnoreCase(word.value())).ifPresent(found -> wanted(on, word.start(), word.end(), found.name()));
                command.elements().stream().filter(CommandParameter.class::isInstance).map(CommandParameter.class::cast).forEach(parameter -> known
                    .flatMap(found -> found.parameter(parameter.name(), Knowledge.commonParameters())).filter(found -> found.name().equalsIgnoreCase(parameter.name()))
                    .ifPresent(found -> wanted(on, parameter.start(), parameter.start() + 1 + parameter.name().length(), on.text().charAt(parameter.start()) + found.name())));
            });
        }
        if (operators) {
            on.each(Expression.Binary.class, binary -> wanted(on, binary.operatorStart(), binary.operatorStart() + binary.operator().length(), binary.operator()));
            on.each(Expression.Unary.class, unary -> {
                if (unary.operator().length() > 2 && !unary.postfix()) {
                    wanted(on, unary.start(), unary.start() + unary.operator().length(), unary.operator());
                }
            });
        }
        if (keywords) {
            List.of(Statement.If.class, Statement.Switch.class, Statement.While.class, Statement.Do.class, Statement.For.class, Statement.ForEach.class, Statement.Try.class, Statement.Trap.class,
                Statement.Function.class, Statement.TypeDefinition.class, Statement.Leave.class, Statement.Jump.class, Statement.Using.class, Statement.Data.class, Clause.Catch.class)
                .forEach(type -> on.each(type, node -> keyword(on, node.start())));
            on.each(NamedBlock.class, block -> {
                if (!block.implicit()) {
                    keyword(on, block.start());
                }
            });
        }
    }

    private static void keyword(Inspection on, int start) {
        int end = start;
        while (end < on.text().length() && Character.isLetter(on.text().charAt(end))) {
            end++;
        }
        if (end > start) {
            wanted(on, start, end, on.text().substring(start, end).toLowerCase(Locale.ROOT));
        }
    }

    private static void wanted(Inspection on, int start, int end, String word) {
        String written = on.text().substring(start, Math.min(end, on.text().length()));
        if (!written.equals(word) && written.equalsIgnoreCase(word)) {
            on.at(start, end).with(word).fix(start, end, word).report();
        }
    }
}
