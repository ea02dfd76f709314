package org.poshremote.language.syntax.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.Attribute;
import org.poshremote.language.syntax.AttributeNode.TypeConstraint;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.TypeName;

/** Types and attributes in brackets. */
final class Types {
    /** Generic arguments within generic arguments. */
    private static final int DEEPEST = 50;

    private final Grammar grammar;
    private final Source source;
    private int depth;

    Types(Grammar grammar) {
        this.grammar = grammar;
        source = grammar.source;
    }

    /** At a bracket. Where no type stands in it that is told, and the bracket alone is read. */
    AttributeNode attribute() {
        int start = source.at;
        return attributeOrNothing().orElseGet(() -> {
            source.at = source.text.startsWith("[]", start) ? start + 2 : start + 1;
            return new TypeConstraint(start, source.at, new TypeName(start, source.at, "", List.of(), ""));
        });
    }

    /** At a bracket. Empty where no type stands in it: that is told, and nothing is consumed. */
    Optional<AttributeNode> attributeOrNothing() {
        int start = source.at++;
        source.skipSpace();
        if (!Source.wordStart(source.peek())) {
            source.errorAfter("MissingTypename", start + 1);
            source.at = start;
            return Optional.empty();
        }
        TypeName type = typeName();
        source.skipSpace();
        if (source.peek() != '(') {
            if (source.peek() == ']') {
                source.at++;
            } else {
                missingBracket("EndSquareBracketExpectedAtEndOfAttribute");
                source.at = type.end();
            }
            return Optional.of(new TypeConstraint(start, source.at, type));
        }
        int end = ++source.at;
        List<Expression> positional = new ArrayList<>();
        List<Attribute.Named> named = new ArrayList<>();
        int comma = -1;
        while (true) {
            source.skipSpace();
            int at = source.at;
            argument(positional, named);
            if (source.at == at) {
                if (comma >= 0) {
                    source.errorAfter("MissingExpressionAfterToken", comma + 1, ",");
                    end = comma + 1;
                }
            } else {
                end = source.at;
            }
            source.skipSpace();
            if (source.peek() != ',') {
                break;
            }
            comma = source.at++;
            end = source.at;
        }
        boolean closed = source.peek() == ')';
        if (closed) {
            end = ++source.at;
        } else {
            source.at = end;
            source.errorAfter("MissingEndParenthesisInExpression", end);
        }
        source.skipSpace();
        if (source.peek() == ']') {
            source.at++;
        } else {
            source.at = end;
            if (closed) {
                source.errorAfter("EndSquareBracketExpectedAtEndOfAttribute", end);
            }
        }
        return Optional.of(new Attribute(start, source.at, type, positional, named));
    }

    private void argument(List<Expression> positional, List<Attribute.Named> named) {
        int start = source.at;
        String word = source.word();
        if (word.isEmpty()) {
            Expression value = grammar.expressions.argument();
            if (source.at > start) {
                positional.add(value);
            }
            return;
        }
        source.at += word.length();
        int nameEnd = source.at;
        if (named.stream().anyMatch(other -> other.name().equalsIgnoreCase(word))) {
            source.error("DuplicateNamedArgument", start, nameEnd, word);
        }
        source.skipBlanks();
        if (source.peek() != '=') {
            source.at = nameEnd;
            named.add(new Attribute.Named(start, nameEnd, word, Optional.empty()));
            return;
        }
        int equals = source.at++;
        source.skipSpace();
        int at = source.at;
        Expression value = grammar.expressions.argument();
        if (source.at == at) {
            source.errorAfter("MissingExpressionInNamedArgument", equals + 1);
            source.at = equals + 1;
            while (!source.atEnd() && !source.atNewline() && ",)]".indexOf(source.peek()) < 0) {
                source.at++;
            }
            named.add(new Attribute.Named(start, source.at, word, Optional.of(new Expression.Error(equals + 1, equals + 1, List.of()))));
        } else {
            named.add(new Attribute.Named(start, source.at, word, Optional.of(value)));
        }
    }

    private void end() {
        if (source.peek() == ']') {
            source.at++;
        } else {
            missingBracket("EndSquareBracketExpectedAtEndOfType");
        }
    }

    /** One before the next token; PowerShell's token for the end of the text begins one further. */
    private void missingBracket(String id) {
        int next = source.atEnd() ? source.length : Math.max(source.at - 1, 0);
        source.error(id, next, next + 1);
    }

    /** Whether a bracket here begins the type arguments of a generic method, and not an index. */
    List<TypeName> typeArguments() {
        int start = source.at;
        int errors = source.errors.size();
        List<TypeName> arguments = new ArrayList<>();
        do {
            source.at++;
            source.skipSpace();
            if (!Source.wordStart(source.peek())) {
                source.at = start;
                return List.of();
            }
            arguments.add(typeName());
            source.skipSpace();
        } while (source.peek() == ',');
        if (source.peek() != ']' || source.peek(1) != '(' || source.errors.size() > errors) {
            source.at = start;
            source.errors.subList(errors, source.errors.size()).clear();
            return List.of();
        }
        source.at++;
        return arguments;
    }

    TypeName typeName() {
        int start = source.at;
        if (++depth > DEEPEST) {
            depth--;
            source.error("ScriptTooComplicated", start, start + 1);
            source.at = source.length;
            return new TypeName(start, start, "", List.of(), "");
        }
        try {
            return typeNameInDepth(start);
        } finally {
            depth--;
        }
    }

    private TypeName typeNameInDepth(int start) {
        while (!source.atEnd()) {
            char c = source.peek();
            if (!Source.wordPart(c) && c != '.' && c != '+' && c != '`' && c != '\\' && c != '$' && c != '-' && c != '&' && c != '*' && c != '/' && c != '#') {
                break;
            }
            source.at++;
        }
        String name = source.text.substring(start, source.at);
        if (name.isEmpty()) {
            source.error("MissingTypename", source.at, source.at + 1);
        }
        List<TypeName> arguments = new ArrayList<>();
        StringBuilder suffix = new StringBuilder();
        int before = source.at;
        source.skipBlanks();
        while (source.peek() == '[') {
            if (!rank(suffix) && !generics(arguments)) {
                break;
            }
            before = source.at;
            source.skipBlanks();
        }
        source.at = before;
        int end = before;
        source.skipBlanks();
        if (source.peek() == ',' && assemblyFollows()) {
            while (!source.atEnd() && source.peek() != ']') {
                source.at++;
            }
            end = source.at;
        } else {
            source.at = before;
        }
        return new TypeName(start, end, name, arguments, suffix.toString());
    }

    /** [], [,], [,,] */
    private boolean rank(StringBuilder suffix) {
        int end = source.at + 1;
        while (end < source.length && (source.text.charAt(end) == ',' || source.text.charAt(end) == ' ')) {
            end++;
        }
        if (end >= source.length || source.text.charAt(end) != ']') {
            return false;
        }
        suffix.append(source.text.substring(source.at, end + 1).replace(" ", ""));
        source.at = end + 1;
        return true;
    }

    private boolean generics(List<TypeName> arguments) {
        if (!arguments.isEmpty()) {
            return false;
        }
        do {
            source.at++;
            source.skipSpace();
            if (source.peek() == '[') { // [Dictionary[[string],[int]]]: each argument may have brackets of its own
                source.at++;
                source.skipSpace();
                arguments.add(typeName());
                source.skipSpace();
                end();
            } else {
                arguments.add(typeNameInList());
            }
            source.skipSpace();
        } while (source.peek() == ',');
        if (source.peek() == ']') {
            source.at++;
        } else {
            missingBracket("EndSquareBracketExpectedAtEndOfAttribute");
        }
        return true;
    }

    /** Of a base type: a comma begins the next one. */
    TypeName baseTypeName() {
        return typeNameInList();
    }

    private boolean inList;

    private TypeName typeNameInList() {
        boolean before = inList;
        inList = true;
        try {
            return typeName();
        } finally {
            inList = before;
        }
    }

    /** "[Name, Assembly, Version=…]": only where a comma does not separate arguments. */
    private boolean assemblyFollows() {
        return !inList;
    }
}
