package org.poshremote.language.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** Shapes of trees that several rules look for. */
public final class Shapes {
    private Shapes() {
    }

    /** Without parentheses that hold nothing but an expression. */
    public static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Paren paren && paren.pipeline() instanceof Statement.Pipeline pipeline && pipeline.expression().isPresent()) {
            inner = pipeline.expression().get();
        }
        return inner;
    }

    public static boolean isVariable(Node node, String name) {
        return node instanceof Expression.Variable variable && !variable.splatted() && variable.path().equalsIgnoreCase(name);
    }

    /** A word in lower case. */
    public static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    public static String source(String text, Node node) {
        return text.substring(node.start(), node.end());
    }

    // ---- attributes

    /** Names compare with and without "Attribute" behind them. */
    public static Optional<AttributeNode.Attribute> attribute(List<AttributeNode> attributes, String name) {
        return attributes(attributes, name).stream().findFirst();
    }

    public static List<AttributeNode.Attribute> attributes(List<AttributeNode> attributes, String name) {
        return attributes.stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .filter(attribute -> isNamed(attribute.type().name(), name)).toList();
    }

    private static boolean isNamed(String written, String name) {
        String last = written.substring(written.lastIndexOf('.') + 1);
        return last.equalsIgnoreCase(name) || last.equalsIgnoreCase(name + "Attribute");
    }

    public static Optional<AttributeNode.Attribute.Named> named(AttributeNode.Attribute attribute, String name) {
        return attribute.named().stream().filter(argument -> argument.name().equalsIgnoreCase(name)).findFirst();
    }

    /** {@code Name} or {@code Name = $true}, or another value that is not plainly false. */
    public static boolean isSet(AttributeNode.Attribute attribute, String name) {
        return named(attribute, name).filter(argument -> argument.value().isEmpty()
            || !isVariable(bare(argument.value().get()), "false") && !(bare(argument.value().get()) instanceof Expression.Constant number && Integer.valueOf(0).equals(number.value())))
            .isPresent();
    }

    public static List<AttributeNode> attributes(Statement.Function function) {
        return function.body().param().map(ParamBlock::attributes).orElse(List.of());
    }

    public static boolean isAdvanced(Statement.Function function) {
        return attribute(attributes(function), "CmdletBinding").isPresent()
            || function.declaredParameters().stream().anyMatch(parameter -> attribute(parameter.attributes(), "Parameter").isPresent());
    }

    public static boolean isMandatory(Parameter parameter) {
        List<AttributeNode.Attribute> sets = attributes(parameter.attributes(), "Parameter");
        return !sets.isEmpty() && sets.stream().allMatch(attribute -> isSet(attribute, "Mandatory"));
    }

    public static Optional<Parameter> parameter(Statement.Function function, String name) {
        return function.declaredParameters().stream().filter(parameter -> parameter.name().path().equalsIgnoreCase(name)).findFirst();
    }

    // ---- names

    /** Before the dash of "Verb-Noun"; empty where there is none. */
    public static String verb(String name) {
        String plain = unqualified(name);
        int dash = plain.indexOf('-');
        return dash > 0 ? plain.substring(0, dash) : "";
    }

    public static String noun(String name) {
        String plain = unqualified(name);
        int dash = plain.indexOf('-');
        return dash > 0 ? plain.substring(dash + 1) : "";
    }

    /** Without {@code global:} and the like, and without a module before a backslash. */
    public static String unqualified(String name) {
        return name.substring(Math.max(name.indexOf(':'), name.lastIndexOf('\\')) + 1);
    }

    // ---- searching

    public static boolean any(Node node, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            return true;
        }
        for (Node child : node.children()) {
            if (any(child, wanted)) {
                return true;
            }
        }
        return false;
    }

    public static void walk(Node node, Consumer<Node> show) {
        show.accept(node);
        node.children().forEach(child -> walk(child, show));
    }

    public static <N extends Node> List<N> all(Node node, Class<N> type) {
        List<N> found = new ArrayList<>();
        walk(node, each -> {
            if (type.isInstance(each)) {
                found.add(type.cast(each));
            }
        });
        return found;
    }
}
