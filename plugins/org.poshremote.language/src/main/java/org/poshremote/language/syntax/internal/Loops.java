package org.poshremote.language.syntax.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** while, do, for and foreach (language specification 8.4). */
final class Loops {
    private final Source source;
    private final Statements statements;
    private final Expressions expressions;
    private final Strings strings;
    private final Commands commands;

    Loops(Source source, Statements statements, Expressions expressions, Strings strings, Commands commands) {
        this.source = source;
        this.statements = statements;
        this.expressions = expressions;
        this.strings = strings;
        this.commands = commands;
    }

    Statement whileStatement(int start, String label) {
        source.at += "while".length();
        Statement condition = statements.condition("MissingExpressionAfterKeyword");
        StatementBlock body = statements.block("MissingLoopStatement");
        return new Statement.While(start, source.at, label, condition, body);
    }

    Statement doStatement(int start, String label) {
        source.at += 2;
        StatementBlock body = statements.block("MissingLoopStatement");
        source.skipSpace();
        String word = source.word().toLowerCase(Locale.ROOT);
        if (!word.equals("while") && !word.equals("until")) {
            source.error("MissingWhileOrUntilInDoWhile", source.at, source.at + 1);
            return new Statement.Do(start, source.at, label, body, false, Statement.Error.of(source.at, source.at));
        }
        source.at += word.length();
        Statement condition = statements.condition("MissingExpressionAfterKeyword");
        return new Statement.Do(start, source.at, label, body, word.equals("until"), condition);
    }

    Statement forStatement(int start, String label) {
        source.at += 3;
        source.skipSpace();
        if (source.peek() != '(') {
            source.error("MissingOpenParenthesisAfterKeyword", source.at, source.at + 1);
            return Statement.Error.of(start, source.at);
        }
        source.at++;
        boolean commas = expressions.suspendCommas();
        Optional<Statement> initializer = forPart();
        Optional<Statement> condition = forPart();
        Optional<Statement> iterator = forPart();
        source.skipSpace();
        expressions.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.error("MissingEndParenthesisAfterStatement", source.at, source.at + 1);
            statements.recoverTo(')');
        }
        StatementBlock body = statements.block("MissingLoopStatement");
        return new Statement.For(start, source.at, label, initializer, condition, iterator, body);
    }

    private Optional<Statement> forPart() {
        source.skipSpace();
        int at = source.at;
        Optional<Statement> part = source.peek() == ')' || source.peek() == ';' ? Optional.empty() : Optional.of(statements.pipelineOrAssignment());
        if (part.isPresent() && source.at == at) {
            part = Optional.empty();
        }
        source.skipBlanks();
        if (source.peek() == ';') {
            source.at++;
        }
        return part;
    }

    Statement forEach(int start, String label) {
        source.at += "foreach".length();
        source.skipSpace();
        boolean parallel = false;
        Optional<Expression> throttle = Optional.empty();
        while (Source.dash(source.peek())) {
            source.at++;
            String flag = source.word().toLowerCase(Locale.ROOT);
            source.at += flag.length();
            parallel |= flag.equals("parallel");
            source.skipSpace();
            if (flag.equals("throttlelimit")) {
                throttle = Optional.of(commands.argument());
                source.skipSpace();
            }
        }
        if (source.peek() != '(') {
            source.error("MissingOpenParenthesisAfterKeyword", source.at, source.at + 1);
            return Statement.Error.of(start, source.at);
        }
        source.at++;
        source.skipSpace();
        if (source.peek() != '$' || !strings.variableFollows(1, true)) {
            source.error("MissingVariableNameAfterForeach", source.at, source.at + 1);
            statements.recoverTo(')');
            return Statement.Error.of(start, source.at);
        }
        Expression.Variable variable = strings.variable(false);
        source.skipSpace();
        if (!source.word().equalsIgnoreCase("in")) {
            source.error("MissingInInForeach", source.at, source.at + 1);
            statements.recoverTo(')');
            return new Statement.Error(start, source.at, List.of(variable));
        }
        source.at += 2;
        boolean commas = expressions.suspendCommas();
        source.skipSpace();
        int at = source.at;
        Statement values = statements.pipelineOrAssignment();
        if (source.at == at) {
            source.error("MissingForeachExpression", at, at + 1);
        }
        source.skipSpace();
        expressions.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.error("MissingEndParenthesisAfterForeach", source.at, source.at + 1);
            statements.recoverTo(')');
        }
        StatementBlock body = statements.block("MissingForeachStatement");
        return new Statement.ForEach(start, source.at, label, parallel, throttle, variable, values, body);
    }
}
