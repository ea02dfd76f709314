package org.poshremote.language.syntax.internal;

import java.util.List;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token;
import org.poshremote.language.syntax.Token.Kind;

/** Reads what stands between the children of a node: white space, comments, keywords, brackets, operators. Never fails. */
public final class GapLexer {
    private final String text;
    private final List<Token> tokens;
    private int at;
    private int end;
    private Node owner;
    private Node parent;

    public GapLexer(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** All from one offset to another. */
    public void lex(int from, int to, Node of, Node within) {
        at = from;
        end = to;
        owner = of;
        parent = within;
        while (at < end) {
            int start = at;
            Kind kind = next();
            tokens.add(new Token(start, at, kind, owner));
        }
    }

    private char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : Source.END;
    }

    private int newline(int offset) {
        if (offset >= end) {
            return 0;
        }
        char c = text.charAt(offset);
        return c == '\r' && offset + 1 < end && text.charAt(offset + 1) == '\n' ? 2 : c == '\r' || c == '\n' ? 1 : 0;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
    }

    private Kind take(int length, Kind kind) {
        at = Math.min(end, at + length);
        return kind;
    }

    private Kind next() {
        char c = peek(0);
        int line = newline(at);
        if (line > 0) {
            return take(line, Kind.LINE_END);
        }
        if (blank(c)) {
            while (at < end && newline(at) == 0 && blank(peek(0))) {
                at++;
            }
            return Kind.BLANKS;
        }
        if (c == '`' && newline(at + 1) > 0) {
            return take(1 + newline(at + 1), Kind.CONTINUATION);
        }
        if (c == '`' && blank(peek(1))) {
            return take(1, Kind.BLANKS);
        }
        if (c == '#') {
            while (at < end && newline(at) == 0) {
                at++;
            }
            return Kind.COMMENT;
        }
        if (c == '<' && peek(1) == '#') {
            int close = text.indexOf("#>", at + 2);
            at = close < 0 || close + 2 > end ? end : close + 2;
            return Kind.COMMENT;
        }
        int named = nameEnd();
        return named > at && named <= end ? take(named - at, Kind.NAME) : Source.wordStart(c) ? word() : mark(c);
    }

    /** Where a name that begins here ends; a function's may hold almost anything. */
    private int nameEnd() {
        return switch (owner) {
            case Statement.Function function when at == function.nameStart() -> function.nameEnd();
            case Statement.TypeDefinition type when at == type.nameStart() -> type.nameEnd();
            case Member.Method method when at == method.nameStart() -> at + method.name().length();
            case Member.Property value when at == value.nameStart() && peek(0) != '$' -> at + value.name().length();
            default -> 0;
        };
    }

    private Kind word() {
        int start = at;
        while (at < end && Source.wordPart(text.charAt(at))) {
            at++;
        }
        boolean before = !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == start && tokens.get(tokens.size() - 1).kind() == Kind.MARK;
        return switch (owner) {
            case AttributeNode attribute -> Kind.NAME;
            case Statement.DynamicKeyword resource -> Kind.NAME;
            case Statement.Data data when start > data.start() -> Kind.NAME;
            // the word behind the colon of a label
            case Statement loop when before -> Kind.NAME;
            default -> Kind.KEYWORD;
        };
    }

    private Kind mark(char c) {
        char d = peek(1);
        switch (c) {
            case '{':
                return take(1, brace());
            case '}':
                return take(1, Kind.CLOSE_BRACE);
            case '(':
                return take(1, Kind.OPEN_PARENTHESIS);
            case ')':
                return take(1, Kind.CLOSE_PARENTHESIS);
            case '[':
                return take(1, Kind.OPEN_BRACKET);
            case ']':
                return take(1, Kind.CLOSE_BRACKET);
            case ',':
                return take(1, owner instanceof Expression.Unary ? Kind.OPERATOR : Kind.COMMA);
            case ';':
                return take(1, Kind.SEMICOLON);
            case '@':
                return d == '{' ? take(2, Kind.OPEN_TABLE) : d == '(' ? take(2, Kind.OPEN_ARRAY) : take(1, Kind.UNKNOWN);
            case '$':
                return d == '(' ? take(2, Kind.OPEN_SUBEXPRESSION) : variable();
            case '|':
                return d == '|' ? take(2, Kind.OPERATOR) : take(1, Kind.BAR);
            case '&':
                return d == '&' ? take(2, Kind.OPERATOR) : take(1, Kind.MARK);
            default:
                return operator(c, d);
        }
    }

    private Kind brace() {
        return switch (owner) {
            case ScriptBlock block when parent instanceof Expression.ScriptBlockLiteral -> Kind.OPEN_SCRIPT_BLOCK;
            case ScriptBlock block when parent instanceof Statement.DynamicKeyword -> Kind.OPEN_RESOURCE;
            case Expression.Hashtable resource -> Kind.OPEN_RESOURCE;
            default -> Kind.OPEN_BLOCK;
        };
    }

    /** A property's name is no node of its own. */
    private Kind variable() {
        at++;
        if (peek(0) == '{') {
            int close = text.indexOf('}', at);
            at = close < 0 || close >= end ? end : close + 1;
        } else {
            while (at < end && (Source.wordPart(peek(0)) || peek(0) == ':' || peek(0) == '?')) {
                at++;
            }
        }
        return Kind.VARIABLE;
    }

    private Kind operator(char c, char d) {
        if (owner instanceof Expression.Binary binary && at == binary.operatorStart()) {
            return take(binary.operator().length(), Kind.OPERATOR);
        }
        if (owner instanceof Expression.Unary unary && (at == unary.start() || unary.postfix())) {
            return take(unary.operator().length(), Kind.OPERATOR);
        }
        if (owner instanceof CommandParameter parameter && at == parameter.start()) {
            return take(parameter.name().length() + 2, Kind.PARAMETER);
        }
        if (owner instanceof Redirection && (c == '>' || d == '>')) {
            return take(c != '>' ? peek(2) == '>' ? 3 : 2 : d == '>' ? 2 : 1, Kind.REDIRECTION);
        }
        if (Source.dash(c) && Source.wordStart(d)) { // -regex of a switch, -parallel of a loop
            at++;
            while (at < end && Source.wordPart(peek(0))) {
                at++;
            }
            return Kind.PARAMETER;
        }
        if (text.startsWith("??=", at)) {
            return take(3, Kind.ASSIGNMENT);
        }
        if (d == '=' && ("+-*/%".indexOf(c) >= 0 || Source.dash(c))) {
            return take(2, Kind.ASSIGNMENT);
        }
        if (c == '=') {
            return take(1, Kind.ASSIGNMENT);
        }
        if (c == ':' && d == ':' || c == '?' && d == '.') {
            return take(2, Kind.DOT);
        }
        if (c == '.') {
            return take(1, Kind.DOT);
        }
        if (owner instanceof Expression.Ternary && (c == '?' || c == ':')) {
            return take(1, Kind.OPERATOR);
        }
        // a label, what a class derives from, the first part of "?["
        return take(1, c == ':' || c == '?' || owner instanceof PipelineElement ? Kind.MARK : Kind.UNKNOWN);
    }
}
