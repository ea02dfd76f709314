package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.rules.RuleCatalog;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Node;

/** What stands between the parentheses of an attribute. */
final class AttributeProposals {
    private static final int ARGUMENT = 10;

    private final Cursor cursor;
    private final Offers offers;

    AttributeProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    private static String name(AttributeNode.Attribute attribute) {
        String name = attribute.type().name();
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("suppressmessageattribute") || lower.endsWith("suppressmessage") ? "Diagnostics.CodeAnalysis.SuppressMessageAttribute"
            : lower.endsWith("attribute") ? name.substring(0, name.length() - "attribute".length()) : name;
    }

    /** Names of arguments; those that say yes by their name alone are written so. */
    void arguments(AttributeNode.Attribute attribute) {
        int start = cursor.offset();
        while (start > attribute.type().end() && Cursor.isWord(cursor.text().charAt(start - 1))) {
            start--;
        }
        int end = cursor.offset();
        while (end < cursor.text().length() && Cursor.isWord(cursor.text().charAt(end))) {
            end++;
        }
        Span replace = new Span(start, end);
        int from = start;
        Set<String> used = attribute.named().stream().filter(named -> !(named.start() <= cursor.offset() && cursor.offset() <= cursor.real(named.end()) && named.start() == from))
            .map(named -> named.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (Entry argument : Reference.of(Reference.Kind.ARGUMENT, name(attribute))) {
            if (!used.contains(argument.name().toLowerCase(Locale.ROOT))) {
                Proposal proposal = offers.of(Proposal.Kind.PROPERTY, argument.name(), replace).detailed(argument.type()).ranked(ARGUMENT).documented(argument::says);
                offers.add(switch (argument.type()) {
                    case "bool" -> argument.name().equals("PositionalBinding") ? proposal.inserting("PositionalBinding = $false") : proposal;
                    case "string" -> proposal.inserting(argument.name() + " = ").withSnippet(argument.name() + " = '$1'");
                    default -> proposal.inserting(argument.name() + " = ").withSnippet(argument.name() + " = $1");
                });
            }
        }
    }

    /** Texts that are given to an attribute. */
    void value(AttributeNode.Attribute attribute, Node leaf) {
        Word word = Word.of(cursor, leaf);
        String argument = attribute.named().stream().filter(named -> named.start() <= leaf.start() && leaf.end() <= named.end()).map(AttributeNode.Attribute.Named::name).findFirst().orElse("");
        List<String> values = switch (name(attribute).toLowerCase(Locale.ROOT) + " " + argument.toLowerCase(Locale.ROOT)) {
            case "parameter parametersetname", "cmdletbinding defaultparametersetname", "outputtype parametersetname" -> List.copyOf(sets());
            case "cmdletbinding confirmimpact" -> List.of("Low", "Medium", "High", "None");
            case "cmdletbinding remotingcapability" -> List.of("None", "PowerShell", "SupportedByCommand", "OwnedByCommand");
            case "diagnostics.codeanalysis.suppressmessageattribute scope" -> List.of("Function", "Class");
            case "diagnostics.codeanalysis.suppressmessageattribute " -> !attribute.positional().isEmpty() && attribute.positional().get(0) == leaf
                ? RuleCatalog.all().stream().map(rule -> rule.name()).toList() : List.of();
            default -> List.of();
        };
        values.forEach(value -> offers.add(offers.of(Proposal.Kind.VALUE, value, word.replace()).inserting(word.written(value)).ranked(ARGUMENT)));
    }

    /** Names of parameter sets that the script mentions elsewhere. */
    private Set<String> sets() {
        Set<String> sets = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        java.util.ArrayDeque<Node> left = new java.util.ArrayDeque<>(List.of(cursor.model().script().root()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            if (node instanceof AttributeNode.Attribute attribute) {
                attribute.named().stream().filter(named -> named.name().toLowerCase(Locale.ROOT).endsWith("parametersetname"))
                    .flatMap(named -> named.value().stream()).filter(value -> !(value.start() <= cursor.offset() && cursor.offset() <= cursor.real(value.end())))
                    .flatMap(value -> value.constantText().stream()).forEach(sets::add);
            }
            node.children().forEach(left::push);
        }
        return sets;
    }
}
