package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Token.Kind;
import org.poshremote.language.syntax.internal.GapLexer;

/** A script cut into tokens, white space and comments among them: together they are the text, none overlaps another. */
public final class Tokens {
    private final List<Token> tokens;
    private final GapLexer gaps;
    /** The nodes that the walk is in, with how many of their children are done and up to where their text is. */
    private final List<Step> path = new ArrayList<>();

    private static final class Step {
        final Node node;
        final List<Node> children;
        int next;
        int at;

        Step(Node node) {
            this.node = node;
            this.children = node.children();
            this.at = node.start();
        }
    }

    private Tokens(Script script) {
        tokens = new ArrayList<>(script.text().length() / 4 + 16);
        gaps = new GapLexer(script.text(), tokens);
    }

    /** In the order of the text. A string is one token, whatever it holds; so is a part that could not be read. */
    public static List<Token> of(Script script) {
        Tokens walk = new Tokens(script);
        walk.walk(script.root(), script.text().length());
        return List.copyOf(walk.tokens);
    }

    /** With a stack of its own: a sum of thousands of terms is a tree as deep. */
    private void walk(Node root, int length) {
        path.add(new Step(root));
        while (!path.isEmpty()) {
            Step step = path.get(path.size() - 1);
            if (step.next == step.children.size()) {
                int end = path.size() == 1 ? length : step.node.end();
                gaps.lex(step.at, end, step.node, parent());
                path.remove(path.size() - 1);
                if (!path.isEmpty()) {
                    Step above = path.get(path.size() - 1);
                    above.at = Math.max(above.at, end);
                }
                continue;
            }
            Node child = step.children.get(step.next++);
            if (child.end() <= child.start() || child.start() < step.at) {
                continue; // nothing was read there, or a part that an error has made part of another
            }
            gaps.lex(step.at, child.start(), step.node, parent());
            step.at = child.start();
            Kind leaf = leaf(child, step.node);
            if (leaf == null) {
                path.add(new Step(child));
            } else {
                tokens.add(new Token(child.start(), child.end(), leaf, child));
                step.at = child.end();
            }
        }
    }

    /** What the innermost node lies in; for the block of a configuration's node that node, not the value around it. */
    private Node parent() {
        Node parent = path.get(Math.max(0, path.size() - 2)).node;
        return parent instanceof Expression.ScriptBlockLiteral && path.size() > 2 && path.get(path.size() - 3).node instanceof Statement.DynamicKeyword keyword ? keyword : parent;
    }

    /** What a node that is one token is; null for others. */
    private static Kind leaf(Node node, Node parent) {
        return switch (node) {
            case Expression.Constant number -> Kind.NUMBER;
            case Expression.StringConstant text when text.quotes() == Expression.Quotes.BARE -> word(node, parent);
            case Expression.ExpandableString text when text.quotes() == Expression.Quotes.BARE -> word(node, parent);
            case Expression.StringConstant text -> Kind.STRING;
            case Expression.ExpandableString text -> Kind.STRING;
            case Expression.Variable variable -> Kind.VARIABLE;
            case TypeName type -> Kind.TYPE;
            case CommandElement.CommandParameter parameter when parameter.argument().isEmpty() -> Kind.PARAMETER;
            case Redirection.Merging merging -> Kind.REDIRECTION;
            case Expression.Error error -> Kind.UNKNOWN;
            case Statement.Error error -> Kind.UNKNOWN;
            default -> null;
        };
    }

    private static Kind word(Node node, Node parent) {
        return parent instanceof PipelineElement.Command command && command.elements().get(0) == node ? Kind.COMMAND : Kind.WORD;
    }
}
