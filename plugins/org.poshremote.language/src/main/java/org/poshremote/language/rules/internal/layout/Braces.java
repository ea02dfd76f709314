package org.poshremote.language.rules.internal.layout;

import java.util.function.Consumer;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Blocks between braces: those of statements and functions, not script blocks that are values and not hashtables. */
final class Braces {
    /**
     * @param open  offset of "{"
     * @param close offset of "}"
     */
    record Pair(int open, int close) {
    }

    private Braces() {
    }

    static void ofStatements(Inspection on, Consumer<Pair> show) {
        String text = on.text();
        on.each(Statement.If.class, choice -> choice.otherwise().ifPresent(block -> tell(text, block, show)));
        on.each(Clause.IfBranch.class, branch -> tell(text, branch.body(), show));
        on.each(Clause.SwitchCase.class, branch -> tell(text, branch.body(), show));
        on.each(Clause.Catch.class, clause -> tell(text, clause.body(), show));
        on.each(Statement.Switch.class, choice -> choice.defaultCase().ifPresent(block -> tell(text, block, show)));
        on.each(Statement.While.class, loop -> tell(text, loop.body(), show));
        on.each(Statement.Do.class, loop -> tell(text, loop.body(), show));
        on.each(Statement.For.class, loop -> tell(text, loop.body(), show));
        on.each(Statement.ForEach.class, loop -> tell(text, loop.body(), show));
        on.each(Statement.Trap.class, trap -> tell(text, trap.body(), show));
        on.each(Statement.Try.class, attempt -> {
            tell(text, attempt.body(), show);
            attempt.finallyBlock().ifPresent(block -> tell(text, block, show));
        });
        on.each(Statement.Function.class, function -> tell(text, function.body(), show));
        on.each(Member.Method.class, method -> tell(text, method.body(), show));
        on.each(Statement.TypeDefinition.class, type -> {
            int open = text.indexOf('{', type.baseTypes().isEmpty() ? type.nameEnd() : type.baseTypes().get(type.baseTypes().size() - 1).end());
            tell(text, open, type.end() - 1, show);
        });
    }

    /** Script blocks that are values. */
    static void ofValues(Inspection on, Consumer<Pair> show) {
        on.each(Expression.ScriptBlockLiteral.class, block -> tell(on.text(), block, show));
    }

    private static void tell(String text, Node block, Consumer<Pair> show) {
        if (!(block instanceof StatementBlock statements && text.startsWith("$(", statements.start()))) {
            tell(text, block.start(), block.end() - 1, show);
        }
    }

    private static void tell(String text, int open, int close, Consumer<Pair> show) {
        if (open >= 0 && close > open && text.charAt(open) == '{' && close < text.length() && text.charAt(close) == '}') {
            show.accept(new Pair(open, close));
        }
    }
}
