package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/**
 * The words of a call as its parameters take them.
 *
 * @param positional those that no parameter takes
 */
record Arguments(List<Named> named, List<Expression> positional) {
    /** @param value empty for a switch */
    record Named(CommandParameter written, String name, boolean isSwitch, Optional<Expression> value) {
    }

    /** Empty where a parameter is not known or given twice, or some are in a table already. */
    static Optional<Arguments> of(Command command, CallShape shape) {
        List<Named> named = new ArrayList<>();
        List<Expression> positional = new ArrayList<>();
        List<CommandElement> elements = command.elements();
        for (int i = 1; i < elements.size(); i++) {
            switch (elements.get(i)) {
                case CommandParameter parameter -> {
                    Optional<CallShape.Taken> taken = shape.parameter(parameter.name());
                    if (taken.isEmpty() || named.stream().anyMatch(other -> other.name().equalsIgnoreCase(taken.get().name()))) {
                        return Optional.empty();
                    }
                    Optional<Expression> value = parameter.argument();
                    if (value.isEmpty() && !taken.get().isSwitch()) {
                        if (i + 1 >= elements.size() || !(elements.get(i + 1) instanceof Expression next)) {
                            return Optional.empty();
                        }
                        value = Optional.of(next);
                        i++;
                    }
                    named.add(new Named(parameter, taken.get().name(), taken.get().isSwitch(), value));
                }
                case Expression.Variable variable when variable.splatted() -> {
                    return Optional.empty();
                }
                case Expression word -> positional.add(word);
            }
        }
        return Optional.of(new Arguments(named, positional));
    }

    /** What an argument is where an expression stands; empty where it would be read in another way there. */
    static Optional<String> asExpression(String text, Expression argument) {
        String written = text.substring(argument.start(), argument.end());
        return switch (argument) {
            case Expression.StringConstant word when word.quotes() == Expression.Quotes.BARE -> Optional.of(PowerShellQuoting.literal(word.value()));
            case Expression.StringConstant quoted -> Optional.of(written);
            case Expression.ExpandableString string when string.quotes() == Expression.Quotes.BARE ->
                written.chars().allMatch(c -> Character.isLetterOrDigit(c) || "$\\/.:_-(){}".indexOf(c) >= 0) ? Optional.of("\"" + written + "\"") : Optional.empty();
            case Expression.ArrayLiteral several -> {
                List<String> elements = new ArrayList<>();
                for (Expression element : several.elements()) {
                    Optional<String> one = asExpression(text, element);
                    if (one.isEmpty()) {
                        yield Optional.empty();
                    }
                    elements.add(one.get());
                }
                yield Optional.of(String.join(", ", elements));
            }
            case Expression.ExpandableString string -> Optional.of(written);
            case Expression.Constant number -> Optional.of(written);
            case Expression.Variable variable -> Optional.of(written);
            case Expression.Paren paren -> Optional.of(written);
            case Expression.SubExpression sub -> Optional.of(written);
            case Expression.ArrayExpression array -> Optional.of(written);
            case Expression.Hashtable table -> Optional.of(written);
            case Expression.ScriptBlockLiteral block -> Optional.of(written);
            case Expression.MemberAccess access -> Optional.of(written);
            case Expression.Index index -> Optional.of(written);
            case Expression.Invoke invoke -> Optional.of(written);
            default -> Optional.empty();
        };
    }
}
