package org.poshremote.language.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement;

/**
 * Which parameter each word of a command is for, as PowerShell binds them (about_Parameters), as far as the text tells.
 *
 * @param used      parameters that are given, by name or position
 * @param set       the way of calling that fits what is given
 * @param positions parameters that are still free for a word without a name, in order
 */
public record Binding(CommandInfo command, List<Bound> bound, Set<String> used, CommandInfo.Member.Set set, List<ParameterInfo> positions, Optional<ParameterInfo> open) {
    /**
     * @param named   written with its name
     * @param element the word: for a named one the parameter, whose argument is the value or the next word
     */
    public record Bound(ParameterInfo parameter, boolean named, CommandElement element, Optional<Expression> value) {
    }

    /** @param end words that begin there or later are left aside, as if they were not written yet */
    public static Binding of(CommandInfo info, PipelineElement.Command command, int end) {
        List<CommandElement> elements = command.elements();
        List<Bound> named = new ArrayList<>();
        List<Expression> free = new ArrayList<>();
        Optional<ParameterInfo> open = Optional.empty();
        boolean onlyWords = false;
        for (int i = 1; i < elements.size(); i++) {
            CommandElement element = elements.get(i);
            if (element.start() >= end) {
                break;
            }
            if (!onlyWords && element instanceof CommandParameter written) {
                Optional<ParameterInfo> parameter = info.parameter(written.name());
                Optional<Expression> value = written.argument();
                boolean takes = value.isEmpty() && parameter.filter(each -> !each.isSwitch()).isPresent();
                if (takes && i + 1 < elements.size() && elements.get(i + 1) instanceof Expression next && next.start() < end) {
                    value = Optional.of(next);
                    i++;
                } else if (takes) {
                    open = parameter;
                }
                Optional<Expression> given = value;
                parameter.ifPresent(known -> named.add(new Bound(known, true, written, given)));
            } else if (element instanceof Expression word && !(word instanceof Expression.Variable variable && variable.splatted())) {
                // behind -- all words are values
                if (word instanceof Expression.StringConstant dashes && dashes.value().equals("--") && dashes.quotes() == Expression.Quotes.BARE) {
                    onlyWords = true;
                } else {
                    free.add(word);
                }
            }
        }
        return positional(info, named, free, open);
    }

    private static Binding positional(CommandInfo info, List<Bound> named, List<Expression> free, Optional<ParameterInfo> open) {
        Set<String> used = new HashSet<>();
        named.forEach(each -> used.add(each.parameter().name()));
        CommandInfo.Member.Set set = fitting(info, named, free, used);
        List<ParameterInfo> places = new ArrayList<>(set.positional().stream().map(CommandInfo.Member::parameter).filter(each -> !used.contains(each.name())).toList());
        List<Bound> bound = new ArrayList<>(named);
        for (Expression word : free) {
            if (!places.isEmpty()) {
                ParameterInfo place = places.remove(0);
                bound.add(new Bound(place, false, word, Optional.of(word)));
                used.add(place.name());
            }
        }
        return new Binding(info, List.copyOf(bound), Set.copyOf(used), set, List.copyOf(places), open);
    }

    /**
     * The set that has all that is named and places for the words. Which one is the default is not known of most commands, so it is
     * the one that takes a block where a block is written, then the one with the most places.
     */
    private static CommandInfo.Member.Set fitting(CommandInfo info, List<Bound> named, List<Expression> free, Set<String> used) {
        CommandInfo.Member.Set best = info.sets().get(0);
        int most = -1;
        for (CommandInfo.Member.Set set : info.sets()) {
            List<CommandInfo.Member> places = set.positional().stream().filter(member -> !used.contains(member.parameter().name())).toList();
            if (!named.stream().allMatch(given -> set.has(given.parameter()))) {
                continue;
            }
            boolean block = !free.isEmpty() && free.get(0) instanceof Expression.ScriptBlockLiteral;
            boolean takesBlock = !places.isEmpty() && places.get(0).parameter().type().equals("scriptblock");
            int score = 1 + Math.min(places.size(), 10) + (places.size() >= free.size() ? 100 : 0) + (!free.isEmpty() && block == takesBlock ? 50 : 0);
            if (score > most) {
                most = score;
                best = set;
            }
        }
        return best;
    }

    /** The parameter that a value is for. */
    public Optional<ParameterInfo> parameterOf(Expression value) {
        return bound.stream().filter(each -> each.value().filter(given -> given == value).isPresent()).map(Bound::parameter).findFirst();
    }

    public Optional<Bound> given(String parameter) {
        return bound.stream().filter(each -> each.parameter().name().equalsIgnoreCase(parameter)).findFirst();
    }
}
