package org.poshremote.language.features;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/** What the parts of a text are, for colours. Tokens do not overlap and come in the order of the text. */
public final class Coloring {
    public record Token(int start, int end, Kind kind) {
    }

    public enum Kind {
        COMMENT, STRING, NUMBER, VARIABLE, PARAMETER, FUNCTION, TYPE, PROPERTY, METHOD, OPERATOR, ENUM_MEMBER
    }

    private Coloring() {
    }

    public static List<Token> of(Script script) {
        List<Token> tokens = new ArrayList<>();
        script.comments().forEach(comment -> tokens.add(new Token(comment.start(), comment.end(), Kind.COMMENT)));
        Deque<Node> left = new ArrayDeque<>(List.of(script.root()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            token(node, tokens);
            if (!(node instanceof Expression.ExpandableString)) {
                node.children().forEach(left::push);
            } else {
                node.children().stream().filter(part -> !(part instanceof Expression.StringConstant)).forEach(left::push);
            }
        }
        tokens.sort(Comparator.comparingInt(Token::start).thenComparing(Token::end));
        return withoutOverlap(tokens);
    }

    private static void token(Node node, List<Token> tokens) {
        switch (node) {
            case Expression.StringConstant text when text.quotes() != Expression.Quotes.BARE -> add(tokens, node.start(), node.end(), Kind.STRING);
            case Expression.ExpandableString text when text.quotes() != Expression.Quotes.BARE -> string(text, tokens);
            case Expression.Constant number -> add(tokens, node.start(), node.end(), Kind.NUMBER);
            case Expression.Variable variable -> add(tokens, node.start(), node.end(), Kind.VARIABLE);
            case CommandElement.CommandParameter parameter -> add(tokens, node.start(), node.start() + 1 + parameter.name().length(), Kind.PARAMETER);
            case TypeName type -> add(tokens, node.start(), node.start() + type.name().length(), Kind.TYPE);
            case PipelineElement.Command command when !command.elements().isEmpty() && command.elements().get(0) instanceof Expression.StringConstant name ->
                add(tokens, name.start(), name.end(), name.quotes() == Expression.Quotes.BARE ? Kind.FUNCTION : Kind.STRING);
            case Expression.MemberAccess access when access.member() instanceof Expression.StringConstant name -> add(tokens, name.start(), name.end(), Kind.PROPERTY);
            case Expression.Invoke invoke when invoke.member() instanceof Expression.StringConstant name -> add(tokens, name.start(), name.end(), Kind.METHOD);
            case Expression.Binary binary -> add(tokens, binary.operatorStart(), binary.operatorStart() + binary.operator().length(), Kind.OPERATOR);
            case Statement.Function function -> add(tokens, function.nameStart(), function.nameEnd(), Kind.FUNCTION);
            case Statement.TypeDefinition type -> add(tokens, type.nameStart(), type.nameEnd(), Kind.TYPE);
            case Member.Method method -> add(tokens, method.nameStart(), method.nameStart() + method.name().length(), Kind.METHOD);
            default -> { }
        }
    }

    /** The text between the expressions of a string. */
    private static void string(Expression.ExpandableString text, List<Token> tokens) {
        int at = text.start();
        for (Expression part : text.parts()) {
            if (!(part instanceof Expression.StringConstant)) {
                add(tokens, at, part.start(), Kind.STRING);
                at = part.end();
            }
        }
        add(tokens, at, text.end(), Kind.STRING);
    }

    private static void add(List<Token> tokens, int start, int end, Kind kind) {
        if (end > start) {
            tokens.add(new Token(start, end, kind));
        }
    }

    private static List<Token> withoutOverlap(List<Token> sorted) {
        List<Token> kept = new ArrayList<>(sorted.size());
        int at = 0;
        for (Token token : sorted) {
            if (token.start() >= at) {
                kept.add(token);
                at = token.end();
            }
        }
        return kept;
    }
}
