package org.poshremote.language.navigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Keys of the table that a command is given by {@code @name}. */
final class SplatUses {
    /** What a hashtable has itself. */
    private static final List<String> OWN = List.of("keys", "values", "count", "getenumerator", "clone", "clear", "psobject", "length");

    private final Mentions mentions;
    private final VariableSymbol symbol;

    SplatUses(Mentions mentions, VariableSymbol symbol) {
        this.mentions = mentions;
        this.symbol = symbol;
    }

    /** Of the tables that can be in the variable at an offset, and what is added to them before: {@code $t.Key}, {@code $t['Key']}, {@code $t.Add('Key', …)}. */
    List<Expression.StringConstant> keys(int offset) {
        List<Statement.Assignment> written = symbol.uses().stream().map(VariableUse::writer).flatMap(Optional::stream).filter(Statement.Assignment.class::isInstance)
            .map(Statement.Assignment.class::cast).distinct().toList();
        List<Statement.Assignment> reaching = new ArrayList<>();
        int from = 0;
        for (Statement.Assignment each : written.stream().filter(each -> each.start() < offset).sorted(Comparator.comparingInt(Statement.Assignment::start).reversed()).toList()) {
            reaching.add(each);
            Span block = block(each.start());
            // what lies in a block that holds the command too is run before it for sure, and undoes what was before
            if (each.operator().equals("=") && block.start() <= offset && offset < block.end()) {
                from = each.start();
                break;
            }
        }
        List<Expression.StringConstant> keys = new ArrayList<>();
        (reaching.isEmpty() ? written : reaching).forEach(each -> table(each).ifPresent(table -> table.entries().forEach(entry -> Callables.word(entry.key()).ifPresent(keys::add))));
        List<Expression.StringConstant> added = new ArrayList<>();
        collect(symbol.scope().body(), node -> node instanceof Expression.Variable variable && mentions.model.symbolOf(variable).filter(symbol::equals).isPresent(), added);
        int start = from;
        added.stream().filter(key -> key.start() > start && key.start() < offset).forEach(keys::add);
        return keys;
    }

    /** The innermost block around an offset. */
    private Span block(int offset) {
        Node at = mentions.model.script().root();
        Span innermost = new Span(at.start(), at.end());
        while (true) {
            if (at instanceof StatementBlock || at instanceof NamedBlock || at instanceof ScriptBlock) {
                innermost = new Span(at.start(), at.end());
            }
            Optional<Node> inner = at.children().stream().filter(child -> child.start() <= offset && offset < child.end()).findFirst();
            if (inner.isEmpty()) {
                return innermost;
            }
            at = inner.get();
        }
    }

    private static Optional<Expression.Hashtable> table(Statement.Assignment assignment) {
        return assignment.right() instanceof Statement.Pipeline pipeline ? pipeline.expression().flatMap(SplatUses::table) : Optional.empty();
    }

    private static Optional<Expression.Hashtable> table(Expression value) {
        return switch (value) {
            case Expression.Hashtable table -> Optional.of(table);
            case Expression.Convert convert -> table(convert.operand());
            case Expression.Binary sum when sum.operator().equals("+") -> table(sum.right());
            default -> Optional.empty();
        };
    }

    /** Those of any expression that is accepted as the table. */
    static void collect(Node node, Predicate<Node> isTable, List<Expression.StringConstant> keys) {
        switch (node) {
            case Expression.MemberAccess access when isTable.test(access.target()) && access.member() instanceof Expression.StringConstant word
                && !OWN.contains(Mentions.key(word.value())) -> keys.add(word);
            case Expression.Index index when isTable.test(index.target()) && index.index() instanceof Expression.StringConstant word -> keys.add(word);
            case Expression.Invoke invoke when isTable.test(invoke.target()) && invoke.member().constantText().filter(CommandMentions::takesKey).isPresent()
                && !invoke.arguments().isEmpty() && invoke.arguments().get(0) instanceof Expression.StringConstant word -> keys.add(word);
            default -> { }
        }
        node.children().forEach(child -> collect(child, isTable, keys));
    }
}
