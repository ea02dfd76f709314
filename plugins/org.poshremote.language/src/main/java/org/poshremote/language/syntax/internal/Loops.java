package org.poshremote.language.syntax.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** while, do, for and foreach (language specification 8.4). */
final class Loops {
    private final Grammar grammar;
    private final Source source;

    Loops(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    Statement whileStatement(int start, String label) {
        source.at += "while".length();
        Optional<Statement> condition = condition("while");
        if (condition.isEmpty() || broken(condition.get())) {
            return Statement.Error.of(start, source.at);
        }
        StatementBlock body = grammar.blocks.block("MissingLoopStatement", source.at, "while");
        return new Statement.While(start, source.at, label, condition.get(), body);
    }

    Statement doStatement(int start, String label) {
        source.at += 2;
        if (!grammar.blocks.follows()) {
            source.errorAfter("MissingLoopStatement", source.at, "do");
            return Statement.Error.of(start, source.at);
        }
        StatementBlock body = grammar.blocks.block("MissingLoopStatement", source.at, "do");
        int end = source.at;
        source.skipSpace();
        String word = source.word().toLowerCase(Locale.ROOT);
        if (!word.equals("while") && !word.equals("until")) {
            source.at = end;
            source.errorAfter("MissingWhileOrUntilInDoWhile", end);
            return new Statement.Do(start, end, label, body, false, Statement.Error.of(end, end));
        }
        source.at += word.length();
        int keywordEnd = source.at;
        Statement condition = condition(word).orElse(Statement.Error.of(keywordEnd, keywordEnd));
        return new Statement.Do(start, source.at, label, body, word.equals("until"), condition);
    }

    /** Behind a keyword; empty where there is no parenthesis, and then nothing is consumed. */
    private Optional<Statement> condition(String keyword) {
        int keywordEnd = source.at;
        source.skipSpace();
        if (source.peek() != '(') {
            source.errorAfter("MissingOpenParenthesisAfterKeyword", keywordEnd, keyword);
            source.at = keywordEnd;
            return Optional.empty();
        }
        int paren = source.at++;
        boolean commas = grammar.suspendCommas();
        source.skipSpace();
        int at = source.at;
        Statement condition = grammar.pipelines.pipelineOrAssignment();
        boolean missing = source.at == at;
        if (missing) {
            source.errorAfter("MissingExpressionAfterKeyword", paren + 1, keyword);
        }
        int end = missing ? paren + 1 : source.at;
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.at = end;
            if (!missing) {
                source.errorAfter("MissingEndParenthesisAfterStatement", end, keyword);
            }
        }
        return Optional.of(missing ? Statement.Error.of(at, at) : condition);
    }

    /** Nothing of a loop follows what could not be read. */
    private boolean broken(Statement condition) {
        return !source.errors.isEmpty() && source.errors.get(source.errors.size() - 1).start() >= condition.start() && !grammar.blocks.follows();
    }

    Statement forStatement(int start, String label) {
        source.at += 3;
        int end = source.at;
        source.skipSpace();
        if (source.peek() != '(') {
            source.at = end;
            source.errorAfter("MissingOpenParenthesisAfterKeyword", end, "for");
            return Statement.Error.of(start, end);
        }
        source.at++;
        boolean commas = grammar.suspendCommas();
        Optional<Statement> initializer = forPart();
        Optional<Statement> condition = forPart();
        Optional<Statement> iterator = forPart();
        end = source.at;
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.at = end;
            source.errorAfter("MissingEndParenthesisAfterStatement", end, "for");
            if (!grammar.blocks.follows()) {
                return parts(start, initializer, condition, iterator);
            }
        }
        StatementBlock body = grammar.blocks.block("MissingLoopStatement", source.at, "for");
        return new Statement.For(start, source.at, label, initializer, condition, iterator, body);
    }

    @SafeVarargs
    private Statement parts(int start, Optional<Statement>... parts) {
        return new Statement.Error(start, source.at, java.util.Arrays.stream(parts).<org.poshremote.language.syntax.Node>flatMap(Optional::stream).toList());
    }

    /** Up to the next semicolon, which is consumed; a line end separates too. */
    private Optional<Statement> forPart() {
        int before = source.at;
        source.skipSpace();
        int at = source.at;
        Statement part = grammar.pipelines.pipelineOrAssignment();
        boolean missing = source.at == at;
        int end = missing ? before : source.at;
        source.skipSpace();
        source.at = source.peek() == ';' ? source.at + 1 : end;
        return missing ? Optional.empty() : Optional.of(part);
    }

    Statement forEach(int start, String label) {
        source.at += "foreach".length();
        int end = source.at;
        boolean parallel = false;
        Optional<Expression> throttle = Optional.empty();
        source.skipSpace();
        while (Source.dash(source.peek()) && Source.wordStart(source.peek(1))) {
            int flagStart = source.at++;
            String flag = source.word().toLowerCase(Locale.ROOT);
            source.at += flag.length();
            end = source.at;
            if ("parallel".startsWith(flag)) {
                parallel = true;
            } else if ("throttlelimit".startsWith(flag)) {
                source.skipSpace();
                int at = source.at;
                Expression limit = source.peek() == '(' || source.peek() == '{' ? new Expression.Error(at, at, List.of()) : grammar.commands.argument();
                if (source.at == at) {
                    source.errorAfter("MissingThrottleLimit", end);
                } else {
                    end = source.at;
                    throttle = Optional.of(limit);
                }
            } else {
                source.error("InvalidForeachFlag", flagStart, end, flag);
            }
            source.skipSpace();
        }
        if (source.peek() != '(') {
            source.at = end;
            source.errorAfter("MissingOpenParenthesisAfterKeyword", end, "foreach");
            return Statement.Error.of(start, source.at);
        }
        end = ++source.at;
        source.skipSpace();
        char sigil = source.peek();
        if (sigil != '$' && sigil != '@' || !grammar.strings.variableFollows(1, sigil == '$')) {
            source.at = end;
            source.errorAfter("MissingVariableNameAfterForeach", end);
            grammar.blocks.recoverTo(')');
            return brokenForEach(start);
        }
        Expression.Variable variable = grammar.strings.variable(false);
        end = source.at;
        source.skipSpace();
        if (!source.wordIs("in")) {
            source.at = end;
            source.errorAfter("MissingInInForeach", end);
            grammar.blocks.recoverTo(')');
            return brokenForEach(start, variable);
        }
        source.at += 2;
        end = source.at;
        boolean commas = grammar.suspendCommas();
        source.skipSpace();
        int at = source.at;
        Statement values = grammar.pipelines.pipelineOrAssignment();
        boolean missing = source.at == at;
        if (missing) {
            source.errorAfter("MissingForeachExpression", end);
            source.at = end;
        } else {
            end = source.at;
        }
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.at = end;
            if (!missing) {
                source.errorAfter("MissingEndParenthesisAfterForeach", end);
            }
            if (!grammar.blocks.follows()) {
                return missing ? Statement.Error.of(start, source.at, variable) : Statement.Error.of(start, source.at, variable, values);
            }
        }
        StatementBlock body = grammar.blocks.block("MissingForeachStatement", source.at);
        return new Statement.ForEach(start, source.at, label, parallel, throttle, variable, missing ? Statement.Error.of(end, end) : values, body);
    }

    /** With the block that it would have, if that follows. */
    private Statement brokenForEach(int start, Expression... before) {
        List<org.poshremote.language.syntax.Node> parts = new java.util.ArrayList<>(List.of(before));
        if (grammar.blocks.follows()) {
            parts.add(grammar.blocks.block("MissingForeachStatement", source.at));
        }
        return new Statement.Error(start, source.at, parts);
    }
}
