package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.Statement;

/** Pipelines and chains of them, and assignments, which begin like them (language specification 8.2, 7.11). */
final class Pipelines {
    private final Grammar grammar;
    private final Source source;

    Pipelines(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** Where nothing begins one, an error node without a step forward. */
    Statement pipelineOrAssignment() {
        if (!grammar.enter()) {
            return Statement.Error.of(source.at, source.at);
        }
        Statement result = chain();
        grammar.leave();
        return result;
    }

    private Statement chain() {
        Statement left = pipeline();
        if (!(left instanceof Statement.Pipeline)) {
            return left;
        }
        while (true) {
            int before = source.at;
            source.skipBlanks();
            boolean and = source.startsWith("&&");
            if (!and && !source.startsWith("||")) {
                source.at = before;
                break;
            }
            int operator = source.at;
            if (left instanceof Statement.Pipeline first && first.background()) {
                source.error("BackgroundOperatorInPipelineChain", operator, operator + 2);
            }
            source.at += 2;
            source.skipSpace();
            int at = source.at;
            Statement right = source.atEnd() ? Statement.Error.of(at, at) : pipeline();
            if (source.at == at) {
                source.error("EmptyPipelineChainElement", source.atEnd() ? operator + 2 : operator, source.atEnd() ? operator + 3 : at + 1, source.text.substring(operator, operator + 2));
                source.at = operator + 2;
                return Statement.Error.of(left.start(), source.at, left);
            }
            left = new Statement.PipelineChain(left.start(), source.at, left, and, right, false);
        }
        return left;
    }

    private Statement pipeline() {
        source.skipBlanks();
        int start = source.at;
        PipelineElement first;
        Expression expression = grammar.expressions.begins() ? grammar.expressions.expression() : new Expression.Error(start, start, List.of());
        if (expression.end() > start) {
            source.skipBlanks();
            int assignment = assignment();
            if (assignment > 0) {
                return assign(expression, assignment);
            }
            source.at = expression.end();
            List<Redirection> redirections = grammar.commands.redirections();
            int end = redirections.isEmpty() ? expression.end() : redirections.get(redirections.size() - 1).end();
            first = new PipelineElement.CommandExpression(start, end, expression, redirections);
        } else {
            source.at = start;
            Optional<Statement> keyword = grammar.resources.inConfiguration() ? grammar.resources.resource() : Optional.empty();
            if (keyword.isPresent()) {
                return keyword.get();
            }
            int errors = source.errors.size();
            Optional<PipelineElement> command = grammar.commands.command();
            if (command.isEmpty()) {
                if (source.peek() == '|' && source.peek(1) != '|') {
                    return withoutFirst(start);
                }
                return source.errors.size() > errors ? Statement.Error.of(start, source.at) : Statement.Error.of(start, start);
            }
            first = command.get();
        }
        List<PipelineElement> elements = new ArrayList<>(1);
        elements.add(first);
        boolean background = rest(elements);
        return new Statement.Pipeline(start, source.at, elements, background);
    }

    /** At a bar that nothing stands before. */
    private Statement withoutFirst(int start) {
        source.error("EmptyPipeElement", source.at, source.at + 1);
        source.at++;
        source.skipSpace();
        List<PipelineElement> elements = new ArrayList<>();
        element().ifPresent(elements::add);
        int end = source.at;
        if (!elements.isEmpty()) {
            rest(elements);
            end = source.at;
        }
        source.at = elements.isEmpty() ? start + 1 : end;
        return new Statement.Error(start, source.at, List.copyOf(elements));
    }

    /** What follows the first element; the end is behind the last one, or behind the ampersand. */
    private boolean rest(List<PipelineElement> elements) {
        while (true) {
            int end = source.at;
            source.skipBlanks();
            if (source.atNewline()) { // 7.0: a line may begin with the bar
                source.skipSpace();
                if (source.peek() != '|' || source.peek(1) == '|') {
                    source.at = end;
                    return false;
                }
            }
            char c = source.peek();
            switch (c) {
                case ';', ')', '}' -> {
                    source.at = end;
                    return false;
                }
                case '&' -> {
                    if (source.peek(1) == '&') {
                        source.at = end;
                        return false;
                    }
                    source.at++;
                    return true;
                }
                case '|' -> {
                    if (source.peek(1) == '|') {
                        source.at = end;
                        return false;
                    }
                    int bar = source.at++;
                    source.skipSpace();
                    int at = source.at;
                    Optional<PipelineElement> next = element();
                    if (next.isEmpty()) {
                        source.errorAfter("EmptyPipeElement", bar + 1);
                        if (source.peek() != '|' || source.peek(1) == '|') {
                            source.at = bar + 1;
                            return false;
                        }
                        source.at = at;
                    } else {
                        elements.add(next.get());
                    }
                }
                default -> { // it begins the next statement
                    if (!source.atEnd()) {
                        source.unexpected();
                    }
                    source.at = end;
                    return false;
                }
            }
        }
    }

    private Optional<PipelineElement> element() {
        if (!grammar.expressions.begins()) {
            return grammar.commands.command();
        }
        int start = source.at;
        Expression expression = grammar.expressions.expression();
        if (expression.end() == expression.start()) {
            return Optional.empty();
        }
        source.error("ExpressionsMustBeFirstInPipeline", start, expression.end());
        List<Redirection> redirections = grammar.commands.redirections();
        return Optional.of(new PipelineElement.CommandExpression(start, source.at, expression, redirections));
    }

    // ---- assignments

    /** How long the operator is that stands here; zero where none does. */
    private int assignment() {
        char c = source.peek();
        if (c == '=') {
            return 1;
        }
        if (source.peek(1) == '=') {
            return c == '+' || c == '*' || c == '/' || c == '%' || Source.dash(c) ? 2 : 0;
        }
        return source.startsWith("??=") ? 3 : 0;
    }

    private Statement assign(Expression left, int length) {
        String operator = source.text.substring(source.at, source.at + length);
        operator = Source.dash(operator.charAt(0)) ? "-=" : operator;
        source.at += length;
        int operatorEnd = source.at;
        source.skipSpace();
        int at = source.at;
        Statement right = grammar.statements.statement();
        if (source.at == at) {
            source.errorAfter("ExpectedValueExpression", operatorEnd, operator);
            source.at = operatorEnd;
            right = Statement.Error.of(operatorEnd, operatorEnd);
        }
        return new Statement.Assignment(left.start(), source.at, left, operator, right);
    }
}
