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

    private final Source source;
    private Expressions expressions;
    private int depth;

    Types(Source source) {
        this.source = source;
    }

    void expressions(Expressions value) {
        expressions = value;
    }

    /** At a bracket. */
    AttributeNode attribute() {
        int start = source.at++;
        source.skipSpace();
        if (source.peek() == ']' || source.atEnd()) {
            source.error("MissingTypename", source.at, source.at + 1);
            if (source.peek() == ']') {
                source.at++;
            }
            return new TypeConstraint(start, source.at, new TypeName(start, source.at, "", List.of(), ""));
        }
        TypeName type = typeName();
        source.skipSpace();
        if (source.peek() != '(') {
            end();
            return new TypeConstraint(start, source.at, type);
        }
        source.at++;
        List<Expression> positional = new ArrayList<>();
        List<Attribute.Named> named = new ArrayList<>();
        source.skipSpace();
        while (!source.atEnd() && source.peek() != ')') {
            int at = source.at;
            argument(positional, named);
            source.skipSpace();
            if (source.peek() == ',') {
                source.at++;
                source.skipSpace();
            } else if (source.at == at || source.peek() != ')') {
                break;
            }
        }
        if (source.peek() == ')') {
            source.at++;
        } else {
            source.error("MissingEndParenthesisInExpression", source.at, source.at + 1);
        }
        source.skipSpace();
        end();
        return new Attribute(start, source.at, type, positional, named);
    }

    private void argument(List<Expression> positional, List<Attribute.Named> named) {
        int start = source.at;
        String word = source.word();
        if (word.isEmpty()) {
            positional.add(expressions.argument());
            return;
        }
        source.at += word.length();
        int nameEnd = source.at;
        source.skipBlanks();
        if (source.peek() == '=' && source.peek(1) != '=') {
            source.at++;
            source.skipSpace();
            Expression value = expressions.argument();
            named.add(new Attribute.Named(start, source.at, word, Optional.of(value)));
        } else {
            source.at = nameEnd;
            named.add(new Attribute.Named(start, nameEnd, word, Optional.empty()));
        }
    }

    private void end() {
        if (source.peek() == ']') {
            source.at++;
        } else {
            source.error("EndSquareBracketExpectedAtEndOfAttribute", source.at, source.at + 1);
        }
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
            source.error("EndSquareBracketExpectedAtEndOfType", source.at, source.at + 1);
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
