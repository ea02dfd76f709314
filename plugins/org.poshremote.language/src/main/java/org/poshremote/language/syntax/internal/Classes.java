package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** Classes and enums (about_Classes, about_Enum). */
final class Classes {
    private final Grammar grammar;
    private final Source source;

    Classes(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
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
            source.at = keywordEnd;
            source.errorAfter("MissingNameAfterKeyword", keywordEnd, keyword);
            return new Statement.Error(start, source.at, List.copyOf(attributes));
        }
        int end = nameEnd;
        List<TypeConstraint> bases = new ArrayList<>();
        source.skipSpace();
        if (source.peek() == ':') {
            end = baseTypes(bases, end);
            source.skipSpace();
        }
        boolean isEnum = keyword.equals("enum");
        if (isEnum && !bases.isEmpty() && !underlying(bases.get(0).type().text())) {
            source.error("InvalidUnderlyingType", bases.get(0).start(), bases.get(0).end(), bases.get(0).type().text());
        }
        if (source.peek() != '{') {
            source.at = end;
            source.errorAfter("MissingTypeBody", end, keyword);
            return new Statement.TypeDefinition(start, end, keyword, attributes, name, nameStart, nameEnd, bases, List.of());
        }
        int open = source.at++;
        boolean commas = grammar.suspendCommas();
        List<Member> members = new ArrayList<>();
        source.skipSeparators();
        while (!source.atEnd() && source.peek() != '}') {
            int at = source.at;
            (isEnum ? enumValue() : member(name)).ifPresent(members::add);
            if (source.at == at) { // no member begins here
                source.errorAfter("MissingEndCurlyBrace", open + 1);
                source.at = source.tokenEnd(at);
            }
            source.skipSeparators();
        }
        grammar.resumeCommas(commas);
        if (source.peek() == '}') {
            source.at++;
        } else {
            source.errorAfter("MissingEndCurlyBrace", open + 1);
        }
        return new Statement.TypeDefinition(start, source.at, keyword, attributes, name, nameStart, nameEnd, bases, members);
    }

    /** At the colon; answers where the list ends. */
    private int baseTypes(List<TypeConstraint> bases, int before) {
        int end = before;
        do {
            int separator = source.at++;
            source.skipSpace();
            int at = source.at;
            if (!Source.wordStart(source.peek())) {
                source.errorAfter("TypeNameExpected", separator + 1);
                return bases.isEmpty() ? end : bases.get(bases.size() - 1).end();
            }
            TypeName base = grammar.types.baseTypeName();
            bases.add(new TypeConstraint(at, source.at, base));
            end = source.at;
            source.skipSpace();
        } while (source.peek() == ',');
        source.at = end;
        return end;
    }

    /** Of an enum. */
    private static boolean underlying(String type) {
        String name = type.toLowerCase(java.util.Locale.ROOT);
        name = name.startsWith("system.") ? name.substring("system.".length()) : name;
        return List.of("byte", "sbyte", "int16", "short", "uint16", "ushort", "int32", "int", "uint32", "uint", "int64", "long", "uint64", "ulong").contains(name);
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
        boolean missing = false;
        if (source.peek() == '=') {
            end = ++source.at;
            source.skipBlanks();
            int at = source.at;
            Expression initial = grammar.expressions.expression();
            missing = source.at == at;
            if (missing) {
                source.errorAfter("ExpectedValueExpression", end, "=");
            } else {
                value = Optional.of(initial);
                end = source.at;
            }
        }
        source.at = end;
        if (!missing) {
            terminated(end);
        }
        return Optional.of(new Member.Property(start, end, List.of(), true, false, name, start, value));
    }

    /** A property or value ends with its line, a semicolon or the body. */
    private void terminated(int end) {
        source.skipBlanks();
        if (!source.atNewline() && source.peek() != ';' && source.peek() != '}') {
            source.errorAfter("MissingPropertyTerminator", end);
        }
        source.at = end;
    }

    private Optional<Member> member(String className) {
        int start = source.at;
        List<AttributeNode> attributes = new ArrayList<>();
        boolean isStatic = false;
        boolean hidden = false;
        int end = start;
        while (true) {
            if (source.peek() == '[') {
                Optional<AttributeNode> attribute = grammar.types.attributeOrNothing();
                if (attribute.isEmpty()) {
                    break;
                }
                if (attribute.get() instanceof TypeConstraint && attributes.stream().anyMatch(TypeConstraint.class::isInstance)) {
                    source.error("TooManyTypes", attribute.get().start(), attribute.get().end());
                }
                attributes.add(attribute.get());
            } else if (source.wordIs("static") && notACall("static")) {
                twice(isStatic, "static");
                isStatic = true;
                source.at += "static".length();
            } else if (source.wordIs("hidden") && notACall("hidden")) {
                twice(hidden, "hidden");
                hidden = true;
                source.at += "hidden".length();
            } else {
                break;
            }
            end = source.at;
            source.skipSpace();
        }
        if (source.peek() == '$' && grammar.strings.variableFollows(1, true)) {
            return Optional.of(property(start, attributes, isStatic, hidden));
        }
        int nameStart = source.at;
        String name = source.word();
        if (name.isEmpty()) {
            if (end > start) {
                source.errorAfter("IncompleteMemberDefinition", end);
                source.at = end;
            }
            return Optional.empty();
        }
        source.at += name.length();
        int nameEnd = source.at;
        source.skipSpace();
        List<Parameter> parameters = List.of();
        boolean broken = false;
        end = nameEnd;
        if (source.peek() == '(') {
            int errors = source.errors.size();
            parameters = grammar.declarations.parameters();
            broken = source.errors.size() > errors && source.text.charAt(source.at - 1) != ')';
            end = source.at;
        } else {
            source.at = nameEnd;
            source.errorAfter("MissingMethodParameterList", nameEnd);
        }
        source.skipSpace();
        List<Expression> baseArguments = List.of();
        if (source.peek() == ':' && !isStatic && name.equalsIgnoreCase(className)) {
            int errors = source.errors.size();
            baseArguments = baseCall();
            broken = source.errors.size() > errors && !source.errors.get(errors).id().equals("MissingEndParenthesisInMethodCall");
            source.skipSpace();
        }
        ScriptBlock body;
        if (source.peek() == '{') {
            body = grammar.blocks.bracedScriptBlock();
        } else {
            if (!broken) {
                source.errorAfter("MissingFunctionBody", end, "method");
            }
            if (source.peek() == ':') { // what only a constructor has
                skipToBlock();
            } else if (!broken) {
                source.at = Math.max(end, lastOf(baseArguments));
            }
            body = source.peek() == '{' ? grammar.blocks.bracedScriptBlock() : new ScriptBlock(source.at, source.at, List.of(), Optional.empty(), List.of());
        }
        return Optional.of(new Member.Method(start, source.at, attributes, isStatic, hidden, name, nameStart, parameters, baseArguments, body));
    }

    /** On the line. */
    private void skipToBlock() {
        while (!source.atEnd() && !source.atNewline() && source.peek() != '{' && source.peek() != '}') {
            source.at++;
        }
    }

    private static int lastOf(List<Expression> expressions) {
        return expressions.isEmpty() ? 0 : expressions.get(expressions.size() - 1).end();
    }

    /** At the colon behind a constructor's parameters. */
    private List<Expression> baseCall() {
        int colon = source.at++;
        source.skipSpace();
        if (!source.wordIs("base")) {
            source.errorAfter("MissingBaseCtorCall", colon + 1);
            source.at += source.word().length();
            return List.of();
        }
        source.at += "base".length();
        int end = source.at;
        source.skipSpace();
        if (source.peek() != '(') {
            source.errorAfter("MissingMethodParameterList", end);
            if (source.peek() == '{') { // it is taken for the list, so that the body's end closes the class
                source.at++;
                grammar.blocks.skipToEnd();
            }
            return List.of();
        }
        return grammar.primaries.arguments();
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
        Expression.Variable name = grammar.strings.variable(false);
        if (source.peek() == ':') {
            source.at++;
            source.error("InvalidVariableReference", nameStart, source.at);
        }
        int end = source.at;
        source.skipBlanks();
        Optional<Expression> value = Optional.empty();
        if (source.peek() == '=') {
            end = ++source.at;
            source.skipSpace();
            int at = source.at;
            Expression initial = grammar.expressions.expression();
            if (source.at > at) {
                value = Optional.of(initial);
                end = source.at;
            }
        }
        source.at = end;
        terminated(end);
        return new Member.Property(start, end, attributes, isStatic, hidden, name.path(), nameStart, value);
    }
}
