package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.TypeName;

/** What an expression is made of, and what can follow it without a blank: members, calls, indexes (language specification 7.1). */
final class Primaries {
    private final Grammar grammar;
    private final Source source;

    Primaries(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** Without what may follow it; an empty error node where nothing begins. */
    Expression primary() {
        int start = source.at;
        char c = source.peek();
        if (c == '$') {
            if (source.peek(1) == '(') {
                return grammar.blocks.subExpression();
            }
            if (grammar.strings.variableFollows(1, true)) {
                return grammar.strings.variable(false);
            }
            source.at++;
            return new Expression.StringConstant(start, source.at, "$", Expression.Quotes.BARE);
        }
        if (c == '(') {
            return paren();
        }
        if (c == '@') {
            return at();
        }
        if (c == '{') {
            ScriptBlock block = grammar.blocks.bracedScriptBlock();
            return new Expression.ScriptBlockLiteral(start, source.at, block);
        }
        if (Source.singleQuote(c)) {
            return grammar.strings.single();
        }
        if (grammar.strings.expandableFollows()) {
            return grammar.strings.expandable();
        }
        Optional<Numbers.Literal> number = c == '.' || Source.digit(c) ? Numbers.at(source.text, source.at) : Optional.empty();
        if (number.isPresent()) {
            source.at = number.get().end();
            return new Expression.Constant(start, source.at, number.get().value());
        }
        return new Expression.Error(start, start, List.of());
    }

    private Expression at() {
        int start = source.at;
        char d = source.peek(1);
        if (d == '(') {
            source.at += 2;
            StatementBlock inside = grammar.blocks.until(')', "MissingEndParenthesisInSubexpression");
            return new Expression.ArrayExpression(start, source.at, inside);
        }
        if (d == '{') {
            return hashtable();
        }
        if (Source.singleQuote(d) || Source.doubleQuote(d)) {
            return grammar.strings.here();
        }
        if (grammar.strings.variableFollows(1, false)) {
            return grammar.strings.variable(false);
        }
        source.at++;
        source.error("UnrecognizedToken", start, source.at);
        return new Expression.Error(start, source.at, List.of());
    }

    private Expression paren() {
        int start = source.at++;
        boolean commas = grammar.suspendCommas();
        source.skipSpace();
        int at = source.at;
        Statement inside = grammar.pipelines.pipelineOrAssignment();
        boolean missing = source.at == at;
        if (missing) {
            source.errorAfter("ExpectedExpression", start + 1);
        }
        int end = source.at;
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.errorAfter("MissingEndParenthesisInExpression", missing ? start + 1 : end);
            source.at = end;
            grammar.blocks.recoverTo(')');
        }
        return new Expression.Paren(start, source.at, inside);
    }

    /** At {@code @{}. */
    Expression hashtable() {
        int start = source.at;
        source.at += 2;
        boolean commas = grammar.suspendCommas();
        List<Clause.Entry> entries = entries();
        grammar.resumeCommas(commas);
        int end = source.at;
        source.skipSeparators();
        if (source.peek() == '}') {
            source.at++;
        } else {
            source.at = end;
            source.errorAfter("MissingEndCurlyBrace", start + 2);
            grammar.blocks.recoverTo('}');
        }
        return new Expression.Hashtable(start, source.at, entries);
    }

    /** The end is behind the last of them. */
    List<Clause.Entry> entries() {
        List<Clause.Entry> entries = new ArrayList<>();
        while (true) {
            int before = source.at;
            source.skipSeparators();
            int start = source.at;
            Expression key = source.atEnd() || source.peek() == '}' ? new Expression.Error(start, start, List.of()) : key();
            if (source.at == start) {
                source.at = before;
                return entries;
            }
            source.skipBlanks();
            if (source.peek() != '=') {
                source.errorAfter("MissingEqualsInHashLiteral", key.end());
                source.at = key.end();
                skipEntry();
                entries.add(new Clause.Entry(start, source.at, key, Statement.Error.of(key.end(), source.at)));
            } else {
                int equals = source.at++;
                source.skipSpace();
                int at = source.at;
                Statement value = grammar.statements.statement();
                if (source.at == at) {
                    source.errorAfter("MissingStatementInHashLiteral", equals + 1);
                    source.at = equals + 1;
                    value = Statement.Error.of(equals + 1, equals + 1);
                }
                entries.add(new Clause.Entry(start, source.at, key, value));
            }
            int end = source.at;
            source.skipBlanks();
            if (source.peek() != ';' && !source.atNewline()) {
                source.at = end;
                return entries;
            }
        }
    }

    /** To the end of the line, or what ends the entry before that. */
    private void skipEntry() {
        while (!source.atEnd() && !source.atNewline() && source.peek() != ';' && source.peek() != '}') {
            source.at++;
        }
    }

    /** A name, or any expression without an operator between its parts. */
    private Expression key() {
        String word = source.word();
        int start = source.at;
        if (!word.isEmpty()) {
            source.at += word.length();
            return new Expression.StringConstant(start, source.at, word, Expression.Quotes.BARE);
        }
        return grammar.expressions.withCommas(true);
    }

    /** What follows a value: members, calls and indexes without a blank between, ++ and --. */
    Expression postfix(Expression target) {
        Expression result = members(target);
        if (result.end() == result.start()) {
            return result;
        }
        while (true) {
            int before = source.at;
            source.skipBlanks();
            char c = source.peek();
            if (c == '+' && source.peek(1) == '+' || Source.dash(c) && Source.dash(source.peek(1))) {
                source.at += 2;
                return new Expression.Unary(target.start(), source.at, c == '+' ? "++" : "--", true, result);
            }
            if (c != ':' || source.at == before || !source.startsWith("::")) {
                source.at = before;
                return result;
            }
            result = members(result); // blanks may stand before "::"
        }
    }

    /** Members, calls and indexes without a blank between. */
    Expression members(Expression target) {
        if (target.end() == target.start()) {
            return target;
        }
        Expression result = target;
        while (true) {
            char c = source.peek();
            if (c == '[') {
                result = index(result, false);
            } else if (c == '.' && source.peek(1) != '.') {
                source.at++;
                result = member(result, false, false);
            } else if (c == ':' && source.peek(1) == ':') {
                source.at += 2;
                result = member(result, true, false);
            } else if (c == '?' && source.peek(1) == '[' && conditional(result)) {
                source.at++;
                result = index(result, true);
            } else if (c == '?' && source.peek(1) == '.' && conditional(result)) {
                source.at += 2;
                result = member(result, false, true);
            } else {
                return result;
            }
        }
    }

    /** Behind a type "?" begins a ternary operator. */
    private static boolean conditional(Expression target) {
        return !(target instanceof Expression.TypeLiteral);
    }

    private Expression index(Expression target, boolean nullConditional) {
        int bracket = source.at++;
        boolean commas = grammar.suspendCommas();
        source.skipSpace();
        int at = source.at;
        Expression index = grammar.expressions.expression();
        boolean missing = source.at == at;
        boolean broken = missing || index instanceof Expression.Error;
        if (missing) {
            source.errorAfter("MissingArrayIndexExpression", bracket + 1);
        }
        int end = source.at;
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ']') {
            source.at++;
        } else {
            source.at = end;
            if (!broken) {
                source.errorAfter("MissingEndSquareBracket", end);
            }
            grammar.blocks.recoverTo(']');
        }
        return new Expression.Index(target.start(), source.at, target, index, nullConditional);
    }

    private Expression member(Expression target, boolean isStatic, boolean nullConditional) {
        int operatorEnd = source.at;
        source.skipSpace();
        int start = source.at;
        Expression name;
        String word = source.word();
        char c = source.peek();
        if (!word.isEmpty()) {
            source.at += word.length();
            name = new Expression.StringConstant(start, source.at, word, Expression.Quotes.BARE);
        } else if (Source.digit(c)) {
            while (Source.wordPart(source.peek())) {
                source.at++;
            }
            name = new Expression.StringConstant(start, source.at, source.text.substring(start, source.at), Expression.Quotes.BARE);
        } else if (c == '$' || c == '(' || c == '@' || c == '{' || Source.singleQuote(c) || Source.doubleQuote(c)) {
            name = primary();
        } else {
            source.at = operatorEnd;
            source.errorAfter("MissingPropertyName", operatorEnd);
            return new Expression.Error(target.start(), operatorEnd, List.of(target));
        }
        List<TypeName> generics = source.peek() == '[' ? grammar.types.typeArguments() : List.of();
        if (source.peek() == '(') {
            List<Expression> arguments = arguments();
            return new Expression.Invoke(target.start(), source.at, target, name, isStatic, nullConditional, generics, arguments);
        }
        if (source.peek() == '{') { // $list.Where{ … }
            Expression block = primary();
            return new Expression.Invoke(target.start(), block.end(), target, name, isStatic, nullConditional, generics, List.of(block));
        }
        return new Expression.MemberAccess(target.start(), source.at, target, name, isStatic, nullConditional);
    }

    /** At the parenthesis of a call. */
    List<Expression> arguments() {
        int end = ++source.at;
        List<Expression> arguments = new ArrayList<>();
        boolean told = false;
        while (true) {
            source.skipSpace();
            int at = source.at;
            Expression argument = grammar.expressions.argument();
            if (source.at == at) {
                if (!arguments.isEmpty()) {
                    source.errorAfter("MissingExpressionAfterToken", end, ",");
                    told = true;
                }
                break;
            }
            arguments.add(argument);
            end = source.at;
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            end = ++source.at;
        }
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.at = end;
            if (!told) {
                source.errorAfter("MissingEndParenthesisInMethodCall", end);
            }
            grammar.blocks.recoverTo(')');
        }
        return arguments;
    }
}
