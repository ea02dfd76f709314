package org.poshremote.language.syntax.internal.checks;

import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** What is known before a script runs (about_Functions_Advanced_Parameters: arguments of attributes). */
final class ConstantValues {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    private ConstantValues() {
    }

    static boolean isConstant(Expression expression) {
        return switch (expression) {
            case Expression.Variable variable -> CONSTANTS.contains(variable.path().toLowerCase(Locale.ROOT));
            case Expression.ExpandableString text -> false;
            case Expression.Invoke call -> false;
            case Expression.ScriptBlockLiteral block -> false;
            case Expression.Hashtable table -> table.entries().stream().allMatch(entry -> isConstant(entry.key()) && isConstant(entry.value()));
            case Expression.Unary unary -> isConstant(unary.operand());
            case Expression.Binary binary -> binary.children().stream().allMatch(operand -> operand instanceof Expression part && isConstant(part));
            case Expression.Ternary ternary -> isConstant(ternary.condition()) && isConstant(ternary.ifTrue()) && isConstant(ternary.ifFalse());
            case Expression.Convert convert -> isConstant(convert.operand());
            case Expression.Attributed attributed -> isConstant(attributed.operand());
            case Expression.ArrayLiteral list -> list.elements().stream().allMatch(ConstantValues::isConstant);
            case Expression.ArrayExpression list -> isConstant(list.statements());
            case Expression.SubExpression part -> isConstant(part.statements());
            case Expression.Paren paren -> isConstant(paren.pipeline());
            case Expression.Index index -> index.children().stream().allMatch(part -> part instanceof Expression one && isConstant(one));
            case Expression.MemberAccess member -> member.isStatic() && member.target() instanceof Expression.TypeLiteral;
            case Expression.Constant c -> true;
            case Expression.StringConstant c -> true;
            case Expression.TypeLiteral c -> true;
            case Expression.Error broken -> true; // told already
        };
    }

    private static boolean isConstant(StatementBlock block) {
        return block.statements().stream().allMatch(ConstantValues::isConstant);
    }

    private static boolean isConstant(Statement statement) {
        return statement instanceof Statement.Error || statement instanceof Statement.Pipeline pipeline && pipeline.expression().map(ConstantValues::isConstant).orElse(false);
    }
}
