package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.command.CommandFinder;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.completion.Matching;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.hover.CommandText;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.syntax.Statement;

/** Names of commands: functions of the script and of others, what the node has, what comes with PowerShell and Windows, aliases. */
final class CommandProposals {
    private static final int OWN = 10;
    private static final int INCLUDED = 12;
    private static final int OTHERS = 16;
    /** Commands that the knowledge has a sentence for are those that people use. */
    private static final int FREQUENT = 20;
    private static final int KNOWN = 30;
    private static final int ALIAS = 40;

    private final Cursor cursor;
    private final Offers offers;
    private final CommandFinder commands;

    CommandProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
        this.commands = cursor.commands();
    }

    void offer(Span replace) {
        String typed = cursor.before(replace.start());
        for (Statement.Function function : cursor.model().functions()) {
            String name = function.name().substring(function.name().indexOf(':') + 1);
            if (!isPlaceholder(function)) {
                add(name, Proposal.Kind.FUNCTION, replace, "function", OWN, false);
            }
        }
        for (OtherScripts.Declared function : cursor.surroundings().others().functions()) {
            if (Matching.matches(typed, function.name())) {
                add(function.name(), Proposal.Kind.FUNCTION, replace, function.file(), function.near() ? INCLUDED : OTHERS, false);
            }
        }
        cursor.surroundings().target().commands().ifPresent(known -> ofNode(known.keySet().stream().toList(), typed, replace));
        // two thousand commands are too many where nothing is typed yet
        for (KnownCommand command : Knowledge.commands()) {
            if (command.synopsis().isPresent() || !typed.isEmpty() && Matching.matches(typed, command.name())) {
                boolean missing = commands.isMissing(command.name(), Optional.of(command));
                add(command.name(), Proposal.Kind.COMMAND, replace, command.module(), command.synopsis().isPresent() ? FREQUENT : KNOWN, missing);
            }
        }
        if (!typed.isEmpty()) {
            aliases(replace);
        }
    }

    /** The function whose name is being written. */
    private boolean isPlaceholder(Statement.Function function) {
        return function.nameStart() <= cursor.offset() && cursor.offset() <= cursor.real(function.nameEnd());
    }

    private void ofNode(List<String> names, String typed, Span replace) {
        for (String name : names) {
            if (Knowledge.command(name).isEmpty() && (!typed.isEmpty() && Matching.matches(typed, name))) {
                add(capitalized(name), Proposal.Kind.COMMAND, replace, cursor.surroundings().target().name(), KNOWN, false);
            }
        }
    }

    /** Facts of a node have names in lower case. */
    private static String capitalized(String name) {
        int dash = name.indexOf('-');
        return dash <= 0 || dash + 1 >= name.length() ? name
            : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1, dash + 1) + name.substring(dash + 1, dash + 2).toUpperCase(Locale.ROOT) + name.substring(dash + 2);
    }

    private void aliases(Span replace) {
        for (Map.Entry<String, String> alias : Knowledge.aliases("").entrySet()) {
            boolean missing = commands.isMissing(alias.getKey(), Knowledge.command(alias.getValue()));
            add(alias.getKey(), Proposal.Kind.ALIAS, replace, "→ " + alias.getValue(), ALIAS, missing);
        }
    }

    private void add(String name, Proposal.Kind kind, Span replace, String detail, int rank, boolean missing) {
        Supplier<String> documentation = () -> commands.find(name, cursor.offset()).map(CommandText::of).orElse("");
        Proposal proposal = offers.of(kind, name, replace).detailed(detail).ranked(rank).missing(missing).committedBy(" ;|").documented(documentation);
        offers.add(isWord(name) ? proposal : proposal.inserting("& " + PowerShellQuoting.literal(name)).committedBy(""));
    }

    /** Whether it can be written without quotes. */
    private static boolean isWord(String name) {
        return name.chars().noneMatch(c -> Character.isWhitespace(c) || "\"'`$(){}[];,|&<>@#".indexOf(c) >= 0);
    }
}
