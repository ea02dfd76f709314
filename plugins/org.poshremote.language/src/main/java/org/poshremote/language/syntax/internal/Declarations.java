package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/** Functions, parameters, classes, enums, configurations, using (language specification 8.10; about_Classes, about_Using). */
final class Declarations {
    private final Grammar grammar;
    private final Source source;

    Declarations(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** At the word "using". */
    Statement.Using using() {
        int start = source.at;
        source.at += "using".length();
        int end = source.at;
        source.skipBlanks();
        String kind = source.word().toLowerCase(Locale.ROOT);
        if (!List.of("namespace", "module", "assembly", "command", "type").contains(kind)) {
            source.errorAfter("MissingUsingStatementDirective", end);
            source.at = end;
            skipStatement();
            return new Statement.Using(start, source.at, "", Optional.empty(), Optional.empty());
        }
        source.at += kind.length();
        end = source.at;
        Optional<Expression> name = item("MissingUsingItemName", end);
        if (name.isEmpty()) {
            return new Statement.Using(start, source.at, kind, Optional.empty(), Optional.empty());
        }
        end = source.at;
        source.skipBlanks();
        Optional<Expression> alias = Optional.empty();
        if (source.peek() == '=') {
            end = ++source.at;
            alias = item("MissingNamespaceAlias", end);
        } else if (kind.equals("command") || kind.equals("type")) {
            source.errorAfter("MissingEqualsInUsingAlias", end);
        }
        if (alias.isEmpty()) {
            source.at = end;
        }
        end = source.at;
        source.skipBlanks();
        if (!source.atEnd() && !source.atNewline() && source.peek() != ';' && source.peek() != '}') {
            source.errorAfter("MissingStatementTerminator", source.at);
        }
        source.at = end;
        return new Statement.Using(start, end, kind, name, alias);
    }

    private void skipStatement() {
        while (!source.atEnd() && !source.atNewline() && source.peek() != ';' && source.peek() != '}') {
            source.at++;
        }
    }

    /** A name, string or hashtable; told where there is none. */
    private Optional<Expression> item(String missingId, int after) {
        source.skipBlanks();
        int at = source.at;
        Expression name = source.startsWith("@{") ? grammar.primaries.hashtable() : source.delimiter(at) ? new Expression.Error(at, at, List.of()) : usingName();
        if (source.at == at) {
            source.errorAfter(missingId, after);
            source.at = after;
            return Optional.empty();
        }
        if (name instanceof Expression.ExpandableString) {
            source.error("InvalidValueForUsingItemName", at, source.at, source.text.substring(at, Math.min(source.at, at + 60)));
        }
        return Optional.of(name);
    }

    private Expression usingName() {
        char c = source.peek();
        return Source.singleQuote(c) ? grammar.strings.single() : Source.doubleQuote(c) ? grammar.strings.expandable() : grammar.strings.word();
    }

    /** Attributes and "param (…)"; nothing is consumed where there is none. */
    Optional<ParamBlock> paramBlock() {
        int start = source.at;
        if (source.peek() != '[' && (source.peek() | 0x20) != 'p') {
            return Optional.empty();
        }
        int errors = source.errors.size();
        List<AttributeNode> attributes = new ArrayList<>();
        while (source.peek() == '[') {
            Optional<AttributeNode> attribute = grammar.types.attributeOrNothing();
            if (attribute.isEmpty()) {
                break;
            }
            attributes.add(attribute.get());
            source.skipSeparators();
        }
        if (source.wordIs("param")) {
            source.at += "param".length();
            source.skipSpace();
            if (source.peek() == '(') {
                List<Parameter> parameters = parameters();
                for (AttributeNode attribute : attributes) {
                    if (attribute instanceof TypeConstraint type) {
                        source.error("TypeNotAllowedBeforeParam", type.start(), type.end(), type.type().name());
                    }
                }
                return Optional.of(new ParamBlock(start, source.at, attributes, parameters));
            }
        }
        source.at = start;
        source.errors.subList(errors, source.errors.size()).clear();
        return Optional.empty();
    }

    /** At the parenthesis. */
    List<Parameter> parameters() {
        int end = ++source.at;
        boolean commas = grammar.suspendCommas();
        List<Parameter> parameters = new ArrayList<>();
        while (true) {
            source.skipSpace();
            Optional<Parameter> parameter = parameter();
            if (parameter.isEmpty()) {
                if (!parameters.isEmpty()) {
                    source.errorAfter("MissingExpressionAfterToken", end, ",");
                    end = parameters.get(parameters.size() - 1).end();
                }
                break;
            }
            parameters.add(parameter.get());
            end = source.at;
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            end = ++source.at;
        }
        source.skipSpace();
        grammar.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.errorAfter("MissingEndParenthesisInFunctionParameterList", end);
            source.at = Math.max(end, parameters.isEmpty() ? end : parameters.get(parameters.size() - 1).end());
            grammar.blocks.recoverTo(')');
        }
        return parameters;
    }

    private Optional<Parameter> parameter() {
        int start = source.at;
        List<AttributeNode> attributes = new ArrayList<>();
        int end = start;
        while (source.peek() == '[') {
            Optional<AttributeNode> attribute = grammar.types.attributeOrNothing();
            if (attribute.isEmpty()) {
                break;
            }
            attributes.add(attribute.get());
            end = source.at;
            source.skipSpace();
        }
        char sigil = source.peek();
        if (sigil != '$' && sigil != '@' || !grammar.strings.variableFollows(1, sigil == '$')) {
            if (!attributes.isEmpty()) {
                source.errorAfter("InvalidFunctionParameter", end);
                skipParameter();
                return Optional.of(new Parameter(start, source.at, attributes, new Expression.Variable(source.at, source.at, "", false), Optional.empty()));
            }
            return Optional.empty();
        }
        Expression.Variable name = grammar.strings.variable(false);
        end = source.at;
        source.skipSpace();
        Optional<Expression> defaultValue = Optional.empty();
        if (source.peek() == '=') {
            int equals = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression value = grammar.expressions.argument();
            if (source.at == at) {
                source.errorAfter("MissingExpressionAfterToken", equals + 1, "=");
                source.at = equals + 1;
                value = new Expression.Error(equals + 1, equals + 1, List.of());
                skipParameter();
            }
            defaultValue = Optional.of(value);
        } else {
            source.at = end;
        }
        return Optional.of(new Parameter(start, source.at, attributes, name, defaultValue));
    }

    /** To the comma or bracket behind what is no parameter, on its line. */
    private void skipParameter() {
        while (!source.atEnd() && !source.atNewline() && ",){}".indexOf(source.peek()) < 0) {
            source.at++;
        }
    }

    Statement function(int start, String keyword) {
        int keywordEnd = source.at + keyword.length();
        source.at = keywordEnd;
        // the name may stand on a later line; a quoted one is none, whatever the grammar of 8.10.1 says
        source.skipSpace();
        int nameStart = source.at;
        char first = source.peek();
        boolean named = !source.atEnd() && first != '$' && first != '@' && first != '>' && first != '<' && !Source.singleQuote(first)
            && !Source.doubleQuote(first);
        String name = named ? grammar.strings.plainWord() : "";
        int nameEnd = source.at;
        if (name.isEmpty()) {
            source.at = keywordEnd;
            source.errorAfter("MissingNameAfterKeyword", keywordEnd, keyword);
            return Statement.Error.of(start, keywordEnd);
        }
        source.skipSpace();
        List<Parameter> parameters = List.of();
        boolean broken = false;
        int end = nameEnd;
        if (source.peek() == '(') {
            int errors = source.errors.size();
            parameters = parameters();
            end = source.at;
            broken = source.errors.size() > errors && source.text.charAt(end - 1) != ')';
            source.skipSpace();
        }
        if (source.peek() != '{') {
            source.at = end;
            if (!broken) {
                source.errorAfter("MissingFunctionBody", end, keyword);
            }
            ScriptBlock empty = new ScriptBlock(end, end, List.of(), Optional.empty(), List.of());
            return new Statement.Function(start, end, keyword, name, nameStart, nameEnd, parameters, empty);
        }
        ScriptBlock body = grammar.blocks.bracedScriptBlock();
        return new Statement.Function(start, source.at, keyword, name, nameStart, nameEnd, parameters, body);
    }

    Statement configuration(int start) {
        source.at += "configuration".length();
        source.skipSpace();
        int at = source.at;
        char c = source.peek();
        Expression name = c == '$' ? grammar.strings.variable(false) : usingName();
        if (source.at == at) {
            source.error("MissingConfigurationName", at, at + 1);
        }
        source.skipSpace();
        if (source.peek() != '{') {
            source.error("MissingCurlyInConfigurationStatement", source.at, source.at + 1);
            return new Statement.Error(start, source.at, List.of(name));
        }
        grammar.resources.enterConfiguration();
        try {
            ScriptBlock body = grammar.blocks.bracedScriptBlock();
            return new Statement.Configuration(start, source.at, name, body);
        } finally {
            grammar.resources.leaveConfiguration();
        }
    }
}
