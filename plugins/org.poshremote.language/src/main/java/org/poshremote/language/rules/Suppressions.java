package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/**
 * What the author says is meant so: {@code [Diagnostics.CodeAnalysis.SuppressMessageAttribute('Rule', 'Subject')]} on a param block, class
 * or member, with {@code Scope} and {@code Target} as PSScriptAnalyzer has them, and {@code # PoshRemote: ignore Rule[, Rule]}
 * at the end of a line or on the line before.
 */
final class Suppressions {
    private static final String COMMENT = "poshremote: ignore ";

    /** @param rule in lower case */
    private record Suppression(String rule, String subject, int start, int end) {
        boolean holds(Problem problem) {
            return problem.rule().toLowerCase(Locale.ROOT).equals(rule) && problem.range().start() >= start && problem.range().start() < end
                && (subject.isEmpty() || subject.equalsIgnoreCase(problem.subject()));
        }
    }

    private final List<Suppression> all = new ArrayList<>();

    private Suppressions() {
    }

    static Suppressions of(Script script) {
        Suppressions found = new Suppressions();
        if (contains(script.text(), "suppressmessage")) {
            found.attributes(script.root(), script.root());
        }
        found.comments(script);
        return found;
    }

    boolean hold(Problem problem) {
        return all.stream().anyMatch(suppression -> suppression.holds(problem));
    }

    private static boolean contains(String text, String word) {
        for (int i = 0; i + word.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** @param owner what an attribute of a param block speaks about */
    private void attributes(Node node, Node owner) {
        switch (node) {
            case ParamBlock param -> param.attributes().forEach(attribute -> take(attribute, owner));
            case Statement.TypeDefinition type -> type.attributes().forEach(attribute -> take(attribute, type));
            case Member member -> member.attributes().forEach(attribute -> take(attribute, member));
            case Expression.Attributed attributed -> take(attributed.attribute(), attributed);
            default -> { }
        }
        Node next = switch (node) {
            case Statement.Function function -> function;
            case Expression.ScriptBlockLiteral block -> block;
            case Statement.Configuration configuration -> configuration;
            default -> owner;
        };
        node.children().forEach(child -> attributes(child, next));
    }

    private void take(AttributeNode node, Node owner) {
        if (!(node instanceof AttributeNode.Attribute attribute) || !isSuppression(attribute.type().name())) {
            return;
        }
        List<String> positional = attribute.positional().stream().map(value -> value.constantText().orElse("")).toList();
        String rule = named(attribute, "Category").orElse(positional.isEmpty() ? "" : positional.get(0));
        String subject = named(attribute, "CheckId").or(() -> named(attribute, "MessageId")).orElse(positional.size() > 1 ? positional.get(1) : "");
        String scope = named(attribute, "Scope").orElse("").toLowerCase(Locale.ROOT);
        String key = rule.toLowerCase(Locale.ROOT);
        if (scope.equals("function") || scope.equals("class")) {
            Pattern target = wildcard(named(attribute, "Target").orElse("*"));
            scoped(owner, scope, target, key, subject);
        } else {
            // the script's own param block speaks about all of it
            boolean whole = owner instanceof ScriptBlock;
            all.add(new Suppression(key, subject, whole ? 0 : owner.start(), whole ? Integer.MAX_VALUE : owner.end()));
        }
    }

    private static boolean isSuppression(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.equals("suppressmessageattribute") || name.equals("suppressmessage");
    }

    private static Optional<String> named(AttributeNode.Attribute attribute, String name) {
        return attribute.named().stream().filter(argument -> argument.name().equalsIgnoreCase(name)).findFirst()
            .flatMap(AttributeNode.Attribute.Named::value).flatMap(Expression::constantText);
    }

    private void scoped(Node node, String scope, Pattern target, String rule, String subject) {
        boolean here = switch (node) {
            case Statement.Function function -> scope.equals("function") && target.matcher(function.name()).matches();
            case Statement.TypeDefinition type -> scope.equals("class") && target.matcher(type.name()).matches();
            default -> false;
        };
        if (here) {
            all.add(new Suppression(rule, subject, node.start(), node.end()));
        }
        node.children().forEach(child -> scoped(child, scope, target, rule, subject));
    }

    private static Pattern wildcard(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private void comments(Script script) {
        LineMap lines = null;
        for (Script.Comment comment : script.comments()) {
            int at = comment.start() + 1;
            while (at < comment.end() && script.text().charAt(at) == ' ') {
                at++;
            }
            if (!script.text().regionMatches(true, at, COMMENT, 0, COMMENT.length())) {
                continue;
            }
            lines = lines == null ? new LineMap(script.text()) : lines;
            int line = lines.line(comment.start());
            boolean alone = script.text().substring(lines.start(line), comment.start()).isBlank();
            int from = lines.start(line);
            int to = lines.start(alone ? line + 2 : line + 1);
            Set<String> rules = Arrays.stream(script.text().substring(at + COMMENT.length(), comment.end()).split("[,\\s]+")).map(rule -> rule.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
            rules.forEach(rule -> all.add(new Suppression(rule, "", from, Math.max(to, from + 1))));
        }
    }
}
