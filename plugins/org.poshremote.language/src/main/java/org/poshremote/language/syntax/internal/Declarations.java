package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** Functions, parameters, classes, enums, configurations, using (language specification 8.10; about_Classes, about_Using). */
final class Declarations {
    private final Source source;
    private final Statements statements;
    private final Expressions expressions;
    private final Strings strings;
    private final Types types;

    Declarations(Source source, Statements statements, Expressions expressions, Strings strings, Types types) {
        this.source = source;
        this.statements = statements;
        this.expressions = expressions;
        this.strings = strings;
        this.types = types;
    }

    /** At the word "using". */
    Statement.Using using() {
        int start = source.at;
        source.at += "using".length();
        source.skipBlanks();
        String kind = source.word().toLowerCase(Locale.ROOT);
        if (!List.of("namespace", "module", "assembly", "command", "type").contains(kind)) {
            source.error("InvalidUsing", source.at, source.at + Math.max(1, kind.length()));
        }
        source.at += kind.length();
        source.skipBlanks();
        if (source.atEnd() || source.atNewline()) {
            source.error("MissingUsingItemName", source.at, source.at);
            return new Statement.Using(start, source.at, kind, Optional.empty(), Optional.empty());
        }
        Expression name = source.startsWith("@{") ? expressions.hashtable() : usingName();
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> alias = Optional.empty();
        if (source.peek() == '=') {
            source.at++;
            source.skipBlanks();
            alias = Optional.of(source.startsWith("@{") ? expressions.hashtable() : usingName());
            end = source.at;
        }
        source.at = end;
        return new Statement.Using(start, end, kind, Optional.of(name), alias);
    }

    private Expression usingName() {
        char c = source.peek();
        return Source.singleQuote(c) ? strings.single() : Source.doubleQuote(c) ? strings.expandable() : strings.word();
    }

    /** Attributes and "param (…)"; nothing is consumed where there is none. */
    Optional<ParamBlock> paramBlock() {
        int start = source.at;
        int errors = source.errors.size();
        List<AttributeNode> attributes = new ArrayList<>();
        while (source.peek() == '[') {
            attributes.add(types.attribute());
            source.skipSeparators();
        }
        if (source.word().equalsIgnoreCase("param")) {
            source.at += "param".length();
            source.skipSpace();
            if (source.peek() == '(') {
                List<Parameter> parameters = parameters();
                return Optional.of(new ParamBlock(start, source.at, attributes, parameters));
            }
        }
        source.at = start;
        source.errors.subList(errors, source.errors.size()).clear();
        return Optional.empty();
    }

    /** At the parenthesis. */
    List<Parameter> parameters() {
        source.at++;
        boolean commas = expressions.suspendCommas();
        List<Parameter> parameters = new ArrayList<>();
        source.skipSpace();
        while (!source.atEnd() && source.peek() != ')') {
            int at = source.at;
            Optional<Parameter> parameter = parameter();
            if (parameter.isEmpty()) {
                if (source.at == at) {
                    source.error("MissingEndParenthesisInFunctionParameterList", at, at + 1);
                    statements.recoverTo(')');
                }
                break;
            }
            parameters.add(parameter.get());
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            int comma = source.at++;
            source.skipSpace();
            if (source.peek() == ')') {
                source.error("MissingExpressionAfterToken", comma + 1, comma + 1, ",");
            }
        }
        source.skipSpace();
        expressions.resumeCommas(commas);
        if (source.peek() == ')') {
            source.at++;
        } else if (!parameters.isEmpty() || source.atEnd()) {
            source.error("MissingEndParenthesisInFunctionParameterList", source.at, source.at + 1);
            statements.recoverTo(')');
        }
        return parameters;
    }

    private Optional<Parameter> parameter() {
        int start = source.at;
        List<AttributeNode> attributes = new ArrayList<>();
        while (source.peek() == '[') {
            attributes.add(types.attribute());
            source.skipSpace();
        }
        if (source.peek() != '$' || !strings.variableFollows(1, true)) {
            if (!attributes.isEmpty()) {
                source.error("InvalidFunctionParameter", attributes.get(0).start(), source.at);
            }
            return Optional.empty();
        }
        Expression.Variable name = strings.variable(false);
        int end = source.at;
        source.skipSpace();
        Optional<Expression> defaultValue = Optional.empty();
        if (source.peek() == '=') {
            int equals = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression value = expressions.argument();
            if (source.at == at) {
                source.error("MissingExpressionAfterToken", equals + 1, equals + 1, "=");
            }
            defaultValue = Optional.of(value);
            end = source.at;
        } else {
            source.at = end;
        }
        return Optional.of(new Parameter(start, end, attributes, name, defaultValue));
    }

    Statement function(int start, String keyword) {
        source.at += keyword.length();
        source.skipSpace();
        int nameStart = source.at;
        String name = strings.plainWord();
        int nameEnd = source.at;
        if (name.isEmpty()) {
            source.error("MissingNameAfterKeyword", start + keyword.length(), start + keyword.length(), keyword);
            return Statement.Error.of(start, source.at);
        }
        source.skipSpace();
        List<Parameter> parameters = List.of();
        if (source.peek() == '(') {
            parameters = parameters();
            source.skipSpace();
        }
        if (source.peek() != '{') {
            source.error("MissingFunctionBody", source.at, source.at + 1, keyword);
            ScriptBlock empty = new ScriptBlock(nameEnd, nameEnd, List.of(), Optional.empty(), List.of());
            source.at = parameters.isEmpty() ? nameEnd : source.at;
            return new Statement.Function(start, source.at, keyword, name, nameStart, nameEnd, parameters, empty);
        }
        ScriptBlock body = statements.bracedScriptBlock();
        return new Statement.Function(start, source.at, keyword, name, nameStart, nameEnd, parameters, body);
    }

    Statement configuration(int start) {
        source.at += "configuration".length();
        source.skipSpace();
        int at = source.at;
        char c = source.peek();
        Expression name = c == '$' ? strings.variable(false) : usingName();
        if (source.at == at) {
            source.error("MissingConfigurationName", at, at + 1);
        }
        source.skipSpace();
        if (source.peek() != '{') {
            source.error("MissingCurlyInConfigurationStatement", source.at, source.at + 1);
            return new Statement.Error(start, source.at, List.of(name));
        }
        statements.enterConfiguration();
        try {
            ScriptBlock body = statements.bracedScriptBlock();
            return new Statement.Configuration(start, source.at, name, body);
        } finally {
            statements.leaveConfiguration();
        }
    }

    /** At the keyword, or behind the attributes before it. */
    Statement type(int start, String keyword, List<AttributeNode> attributes) {
        int keywordEnd = source.at + keyword.length();
        source.at = keywordEnd;
        source.skipSpace();
        int nameStart = source.at;
        String name = source.word();
        source.at += name.length();
        int nameEnd = source.at;
        if (name.isEmpty()) {
            source.error("MissingNameAfterKeyword", keywordEnd, keywordEnd, keyword);
            return new Statement.Error(start, source.at, List.copyOf(attributes));
        }
        source.skipSpace();
        List<TypeConstraint> bases = new ArrayList<>();
        if (source.peek() == ':') {
            do {
                source.at++;
                source.skipSpace();
                int at = source.at;
                TypeName base = types.baseTypeName();
                bases.add(new TypeConstraint(at, source.at, base));
                source.skipSpace();
            } while (source.peek() == ',');
        }
        if (source.peek() != '{') {
            source.error("MissingTypeBody", source.at, source.at + 1, keyword);
            return new Statement.TypeDefinition(start, source.at, keyword, attributes, name, nameStart, nameEnd, bases, List.of());
        }
        int open = source.at++;
        boolean commas = expressions.suspendCommas();
        List<Member> members = new ArrayList<>();
        source.skipSeparators();
        while (!source.atEnd() && source.peek() != '}') {
            int at = source.at;
            (keyword.equals("enum") ? enumValue() : member()).ifPresent(members::add);
            if (source.at == at) {
                source.error("IncompleteMemberDefinition", at, at + 1);
                source.at++;
            }
            source.skipSeparators();
        }
        expressions.resumeCommas(commas);
        if (source.peek() == '}') {
            source.at++;
        } else {
            source.error("MissingEndCurlyBrace", open + 1, open + 1);
        }
        return new Statement.TypeDefinition(start, source.at, keyword, attributes, name, nameStart, nameEnd, bases, members);
    }

    private Optional<Member> enumValue() {
        int start = source.at;
        String name = source.word();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        source.at += name.length();
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> value = Optional.empty();
        if (source.peek() == '=') {
            int equals = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression initial = expressions.argument();
            if (source.at == at) {
                source.error("ExpectedValueExpression", equals + 1, equals + 1);
            }
            value = Optional.of(initial);
            end = source.at;
        }
        source.at = end;
        return Optional.of(new Member.Property(start, end, List.of(), true, false, name, start, value));
    }

    private Optional<Member> member() {
        int start = source.at;
        List<AttributeNode> attributes = new ArrayList<>();
        boolean isStatic = false;
        boolean hidden = false;
        while (true) {
            if (source.peek() == '[') {
                AttributeNode attribute = types.attribute();
                if (attribute instanceof TypeConstraint && attributes.stream().anyMatch(TypeConstraint.class::isInstance)) {
                    source.error("TooManyTypes", attribute.start(), attribute.end());
                }
                attributes.add(attribute);
            } else if (source.word().equalsIgnoreCase("static") && notACall("static")) {
                twice(isStatic, "static");
                isStatic = true;
                source.at += "static".length();
            } else if (source.word().equalsIgnoreCase("hidden") && notACall("hidden")) {
                twice(hidden, "hidden");
                hidden = true;
                source.at += "hidden".length();
            } else {
                break;
            }
            source.skipSpace();
        }
        if (source.peek() == '$') {
            return Optional.of(property(start, attributes, isStatic, hidden));
        }
        int nameStart = source.at;
        String name = source.word();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        source.at += name.length();
        source.skipSpace();
        if (source.peek() != '(') {
            source.error("MissingEndParenthesisInFunctionParameterList", source.at, source.at + 1);
            return Optional.empty();
        }
        List<Parameter> parameters = parameters();
        source.skipSpace();
        List<Expression> baseArguments = List.of();
        if (source.peek() == ':') {
            source.at++;
            source.skipSpace();
            source.at += source.word().length();
            source.skipSpace();
            if (source.peek() == '(') {
                baseArguments = expressions.arguments();
            }
            source.skipSpace();
        }
        ScriptBlock body;
        if (source.peek() == '{') {
            body = statements.bracedScriptBlock();
        } else {
            source.error("MissingMethodBody", source.at, source.at + 1, name);
            body = new ScriptBlock(source.at, source.at, List.of(), Optional.empty(), List.<NamedBlock>of());
        }
        return Optional.of(new Member.Method(start, source.at, attributes, isStatic, hidden, name, nameStart, parameters, baseArguments, body));
    }

    private void twice(boolean before, String modifier) {
        if (before) {
            source.error("DuplicateQualifier", source.at, source.at + modifier.length(), modifier);
        }
    }

    /** A method may be named like a modifier. */
    private boolean notACall(String word) {
        int at = source.at + word.length();
        while (at < source.length && source.text.charAt(at) == ' ') {
            at++;
        }
        return at < source.length && source.text.charAt(at) != '(';
    }

    private Member property(int start, List<AttributeNode> attributes, boolean isStatic, boolean hidden) {
        int nameStart = source.at;
        Expression.Variable name = strings.variable(false);
        if (source.peek() == ':') {
            source.at++;
            source.error("InvalidVariableReference", nameStart, source.at);
        }
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> value = Optional.empty();
        if (source.peek() == '=') {
            int equals = source.at++;
            source.skipSpace();
            int at = source.at;
            Expression initial = expressions.expression();
            if (source.at == at) {
                source.error("ExpectedValueExpression", equals + 1, equals + 1);
            }
            value = Optional.of(initial);
            end = source.at;
        }
        source.at = end;
        return new Member.Property(start, end, attributes, isStatic, hidden, name.path(), nameStart, value);
    }
}
