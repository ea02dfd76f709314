package org.poshremote.language.navigation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;

/** Keys of a table in a variable: {@code $t.Key}, {@code $t['Key']}, {@code $t.Add('Key', …)}. */
final class SplatUses {
    /** What a hashtable has itself. */
    private static final List<String> OWN = Arrays.asList("keys", "values", "count", "getenumerator", "clone", "clear", "psobject", "length");

    private final Mentions mentions;
    private final VariableSymbol symbol;

    SplatUses(Mentions mentions, VariableSymbol symbol) {
        this.mentions = mentions;
        this.symbol = symbol;
    }

    List<Expression.StringConstant> keys() {
        List<Expression.StringConstant> keys = new ArrayList<>();
        collect(symbol.scope().body(), node -> node instanceof Expression.Variable variable && mentions.model.symbolOf(variable).filter(symbol::equals).isPresent(), keys);
        return keys;
    }

    /** Those of any expression that is accepted as the table. */
    static void collect(Node node, java.util.function.Predicate<Node> isTable, List<Expression.StringConstant> keys) {
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
