package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.TypeName;

/** Expressions (language specification 7). */
final class Expressions {
    private static final Set<String> UNARY_WORDS = Set.of("not", "bnot", "join", "split", "isplit", "csplit");

    private final Grammar grammar;
    private final Source source;

    Expressions(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    Expression expression() {
        return ternary();
    }

    /** One argument of a call or attribute: a comma ends it. */
    Expression argument() {
        return withCommas(true);
    }

    Expression withCommas(boolean separates) {
        boolean before = grammar.commaSeparates;
        grammar.commaSeparates = separates;
        Expression result = expression();
        grammar.commaSeparates = before;
        return result;
    }

    private Expression ternary() {
        Expression condition = binary(0);
        if (condition.end() == condition.start()) {
            return condition;
        }
        int before = source.at;
        source.skipBlanks();
        if (source.peek() != '?' || source.peek(1) == '?') {
            source.at = before;
            return condition;
        }
        if (!grammar.enter()) {
            return condition;
        }
        Expression result = branches(condition);
        grammar.leave();
        return result;
    }

    /** At the question mark. */
    private Expression branches(Expression condition) {
        int question = source.at++;
        Expression ifTrue = operand(question + 1, "?");
        int end = Math.max(ifTrue.end(), question + 1);
        boolean missing = ifTrue.end() == ifTrue.start();
        source.skipSpace();
        if (source.peek() != ':' || source.peek(1) == ':') {
            if (!missing) {
                source.errorHere("MissingColonInTernaryExpression", "");
            }
            source.at = end;
            return new Expression.Error(condition.start(), end, missing ? List.of(condition) : List.of(condition, ifTrue));
        }
        int colon = source.at++;
        Expression ifFalse = operand(colon + 1, ":");
        return new Expression.Ternary(condition.start(), Math.max(ifFalse.end(), colon + 1), condition, ifTrue, ifFalse);
    }

    /** Of the ternary operator; told where there is none. */
    private Expression operand(int operatorEnd, String operator) {
        source.skipSpace();
        int at = source.at;
        Expression found = ternary();
        if (source.at == at) {
            source.errorAfter("ExpectedValueExpression", operatorEnd, operator);
            source.at = operatorEnd;
            return new Expression.Error(operatorEnd, operatorEnd, List.of());
        }
        return found;
    }

    private Expression binary(int least) {
        Expression left = term();
        if (left.end() == left.start()) {
            return left;
        }
        while (true) {
            int before = source.at;
            source.skipBlanks();
            int operatorStart = source.at;
            Operator operator = Operator.at(source);
            if (operator == Operator.NONE) {
                source.at = before;
                return left;
            }
            if (operator == Operator.UNKNOWN) {
                return least > 0 ? back(before, left) : unknown(left);
            }
            if (operator.precedence <= least) {
                source.at = before;
                return left;
            }
            int operatorEnd = operatorStart + operator.text.length();
            source.at = operatorEnd;
            source.skipSpace();
            if (!grammar.enter()) {
                return left;
            }
            int at = source.at;
            Expression right = binary(operator.precedence);
            grammar.leave();
            if (source.at == at) {
                source.errorAfter("ExpectedValueExpression", operatorEnd, operator.text);
                source.at = operatorEnd;
                right = new Expression.Error(operatorEnd, operatorEnd, List.of());
            }
            left = new Expression.Binary(left.start(), source.at, left, operator.text, operatorStart, right);
        }
    }

    private Expression back(int to, Expression expression) {
        source.at = to;
        return expression;
    }

    /** "1 -foo 2": what looks like an operator and is none. */
    private Expression unknown(Expression left) {
        int start = source.at;
        int end = start + 1;
        while (!source.delimiter(end) && ".[+*/=%'\"".indexOf(source.text.charAt(end)) < 0) {
            end++;
        }
        source.error("UnexpectedToken", start, end, source.textUntil(end));
        source.at = end;
        return new Expression.Error(left.start(), end, List.of(left));
    }

    /** An array literal or its only element. */
    private Expression term() {
        Expression first = unary();
        if (grammar.commaSeparates || first.end() == first.start()) {
            return first;
        }
        List<Expression> elements = List.of();
        while (true) {
            int before = source.at;
            source.skipBlanks();
            if (source.peek() != ',') {
                source.at = before;
                break;
            }
            if (elements.isEmpty()) {
                elements = new ArrayList<>(4);
                elements.add(first);
            }
            int comma = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression next = unary();
            if (source.at == at) {
                source.errorAfter("MissingExpressionAfterToken", comma + 1, ",");
                source.at = comma + 1;
                next = new Expression.Error(comma + 1, comma + 1, List.of());
                elements.add(next);
                break;
            }
            elements.add(next);
        }
        return elements.isEmpty() ? first
            : new Expression.ArrayLiteral(first.start(), elements.get(elements.size() - 1).end(), elements);
    }

    /** Where nothing begins an expression, an empty error node and no step forward. */
    private Expression unary() {
        if (!grammar.enter()) {
            return new Expression.Error(source.at, source.at, List.of());
        }
        Expression result = unaryInDepth();
        grammar.leave();
        return result;
    }

    private Expression unaryInDepth() {
        int start = source.at;
        char c = source.peek();
        char d = source.peek(1);
        if (c == '!') {
            source.at++;
            return unaryOperand(start, "!");
        }
        if (c == ',') {
            if (grammar.commaSeparates) {
                return new Expression.Error(start, start, List.of());
            }
            source.at++;
            return unaryOperand(start, ",");
        }
        if (c == '+') {
            source.at += d == '+' ? 2 : 1;
            return unaryOperand(start, d == '+' ? "++" : "+");
        }
        if (Source.dash(c)) {
            if (Source.dash(d)) {
                source.at += 2;
                return unaryOperand(start, "--");
            }
            if (Source.wordStart(d)) {
                source.at++;
                String word = source.word().toLowerCase(Locale.ROOT);
                if (UNARY_WORDS.contains(word)) {
                    source.at += word.length();
                    return unaryOperand(start, "-" + word);
                }
                source.at = start;
                return new Expression.Error(start, start, List.of());
            }
            source.at++;
            return unaryOperand(start, "-");
        }
        if (c == '[') {
            return bracket();
        }
        return grammar.primaries.postfix(grammar.primaries.primary());
    }

    private Expression unaryOperand(int start, String operator) {
        int operatorEnd = source.at;
        source.skipSpace();
        int at = source.at;
        Expression operand = unary();
        if (source.at == at) {
            source.errorAfter("MissingExpressionAfterOperator", operatorEnd, operator);
            source.at = operatorEnd;
            return new Expression.Error(start, operatorEnd, List.of());
        }
        return new Expression.Unary(start, operand.end(), operator, false, operand);
    }

    /** At a bracket: a type as a value, a cast, or an attribute before a variable. */
    private Expression bracket() {
        int start = source.at;
        Optional<AttributeNode> read = grammar.types.attributeOrNothing();
        if (read.isEmpty()) {
            return new Expression.Error(start, start, List.of());
        }
        AttributeNode attribute = read.get();
        int after = source.at;
        source.skipBlanks();
        if (attribute instanceof AttributeNode.TypeConstraint constraint) {
            if (source.startsWith("::") || source.peek() == '.' && source.at == after && Source.wordStart(source.peek(1))) {
                source.at = after;
                return grammar.primaries.postfix(new Expression.TypeLiteral(start, after, constraint.type()));
            }
            if (!beginsOperand()) {
                source.at = after;
                return grammar.primaries.postfix(new Expression.TypeLiteral(start, after, constraint.type()));
            }
            Expression operand = unary();
            return new Expression.Convert(start, operand.end(), constraint, operand);
        }
        source.skipSpace();
        int at = source.at;
        Expression operand = beginsOperand() ? unary() : new Expression.Error(at, at, List.of());
        if (source.at == at) {
            source.at = after;
            source.error("UnexpectedAttribute", start, after, attribute.type().name());
            return new Expression.Error(start, after, List.of(attribute));
        }
        return new Expression.Attributed(start, operand.end(), attribute, operand);
    }

    private boolean beginsOperand() {
        char c = source.peek();
        if (Source.dash(c)) {
            if (Source.wordStart(source.peek(1))) {
                int before = source.at++;
                boolean unary = UNARY_WORDS.contains(source.word().toLowerCase(Locale.ROOT));
                source.at = before;
                return unary;
            }
            return true;
        }
        return c == '$' || c == '@' || c == '(' || c == '[' || c == '{' || c == '+' && source.peek(1) != '=' || c == '!' || c == '.' && Source.digit(source.peek(1))
            || Source.digit(c) || Source.singleQuote(c) || grammar.strings.expandableFollows();
    }

    /** Whether an expression begins here, as a statement or the value of one sees it. */
    boolean begins() {
        char c = source.peek();
        if (source.peek(1) == '>' && c >= '1' && c <= '6') {
            return false; // a redirection
        }
        if (c == '.' || Source.digit(c)) {
            Optional<Numbers.Literal> number = Numbers.at(source.text, source.at);
            return number.isPresent() && !Source.wordPart(source.text.length() > number.get().end() ? source.text.charAt(number.get().end()) : ' ')
                && !"\\:`".contains(String.valueOf(number.get().end() < source.length ? source.text.charAt(number.get().end()) : ' '));
        }
        return beginsOperand() || c == ',';
    }
}
