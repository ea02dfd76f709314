package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.hover.ParameterText;
import org.poshremote.language.syntax.PipelineElement;

/** Parameters of the command that is being written: those that are needed first, those that every command has last, given ones not at all. */
final class ParameterProposals {
    private static final int NEEDED = 10;
    private static final int FITTING = 20;
    private static final int OF_OTHER_SET = 40;
    private static final int COMMON = 60;

    private final Cursor cursor;
    private final Offers offers;

    ParameterProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    /** @param current where the name that is being written begins, with its dash */
    void offer(PipelineElement.Command command, int current, Span replace) {
        Optional<CommandInfo> info = cursor.commands().of(command);
        if (info.isEmpty()) {
            return;
        }
        Binding binding = Binding.of(info.get(), command, Integer.MAX_VALUE);
        Set<String> used = binding.bound().stream().filter(each -> each.element().start() != current).map(each -> each.parameter().name())
            .collect(java.util.stream.Collectors.toSet());
        List<CommandInfo.Member.Set> fitting = info.get().sets().stream()
            .filter(set -> used.stream().allMatch(name -> set.members().stream().anyMatch(member -> member.parameter().name().equals(name)) || isCommon(info.get(), name))).toList();
        CommandInfo.Member.Set main = fitting.isEmpty() ? info.get().sets().get(0) : fitting.get(0);
        for (ParameterInfo parameter : info.get().allParameters()) {
            if (!used.contains(parameter.name())) {
                offers.add(proposal(info.get(), parameter, replace, rank(parameter, main, fitting)));
            }
        }
        moreOfNode(info.get(), used, replace);
    }

    private static boolean isCommon(CommandInfo info, String name) {
        return info.parameter(name).filter(ParameterInfo::common).isPresent();
    }

    private static int rank(ParameterInfo parameter, CommandInfo.Member.Set main, List<CommandInfo.Member.Set> fitting) {
        if (parameter.common()) {
            return COMMON;
        }
        Optional<CommandInfo.Member> member = main.members().stream().filter(each -> each.parameter().name().equals(parameter.name())).findFirst();
        if (member.isPresent()) {
            return member.get().mandatory() ? NEEDED : FITTING;
        }
        return fitting.stream().flatMap(set -> set.members().stream()).anyMatch(each -> each.parameter().name().equals(parameter.name())) ? FITTING + 1 : OF_OTHER_SET;
    }

    private Proposal proposal(CommandInfo command, ParameterInfo parameter, Span replace, int rank) {
        String detail = (parameter.isSwitch() ? "switch" : parameter.type().isEmpty() ? "" : parameter.type()) + (command.needs(parameter) ? " · mandatory" : "");
        String typed = cursor.before(replace.start());
        // -ea means -ErrorAction: what is typed is an alias then
        String filter = parameter.aliases().stream().map(alias -> "-" + alias).filter(alias -> typed.length() > 1 && alias.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
            .findFirst().orElse("-" + parameter.name());
        // -ea means that one and no other
        int place = filter.equalsIgnoreCase(typed) ? 0 : rank;
        return offers.of(Proposal.Kind.PARAMETER, "-" + parameter.name(), replace).filteredBy(filter).detailed(detail).ranked(place).missing(parameter.missing()).committedBy(" :")
            .documented(() -> ParameterText.of(command, parameter));
    }

    /** What the node's command has and the knowledge does not know of. */
    private void moreOfNode(CommandInfo command, Set<String> used, Span replace) {
        cursor.surroundings().target().commands().map(commands -> commands.get(command.name().toLowerCase(Locale.ROOT))).ifPresent(names -> names.stream().sorted()
            .filter(name -> !name.isEmpty() && command.parameter(name).filter(known -> known.isNamed(name)).isEmpty() && !used.contains(name))
            .forEach(name -> offers.add(offers.of(Proposal.Kind.PARAMETER, "-" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), replace)
                .detailed(cursor.surroundings().target().name()).ranked(OF_OTHER_SET).committedBy(" :"))));
    }
}
