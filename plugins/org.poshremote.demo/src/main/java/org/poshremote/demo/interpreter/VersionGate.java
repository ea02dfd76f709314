package org.poshremote.demo.interpreter;

import java.util.ArrayDeque;
import java.util.Deque;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Syntax that an older PowerShell does not read: there it is a mistake like any other. */
final class VersionGate {
    private VersionGate() {
    }

    /** @return the error's text for the first construct that is too new; empty where there is none */
    static String firstTooNew(Script script, int major) {
        Deque<Node> left = new ArrayDeque<>();
        left.push(script.root());
        while (!left.isEmpty()) {
            Node node = left.pop();
            int needs = needs(node);
            if (needs > major) {
                int at = node instanceof Expression.Binary b ? b.operatorStart() : node.start();
                return new Positions(script).at(at, at + 2) + "\r\nUnexpected token '" + script.text().substring(at, Math.min(at + 2, script.text().length()))
                    + "' in expression or statement.";
            }
            node.children().forEach(left::push);
        }
        return "";
    }

    private static int needs(Node node) {
        return switch (node) {
            case Expression.Ternary t -> 7;
            case Expression.Binary b when b.operator().equals("??") -> 7;
            case Expression.MemberAccess m when m.nullConditional() -> 7;
            case Expression.Invoke i when i.nullConditional() -> 7;
            case Expression.Index i when i.nullConditional() -> 7;
            case Statement.PipelineChain c -> 7;
            case Statement.Pipeline p when p.background() -> 6;
            case Statement.Assignment a when a.operator().equals("??=") -> 7;
            case Statement.TypeDefinition t -> 5;
            case Statement.Using u -> 5;
            case Statement.Configuration c -> 4;
            case Expression.Binary b when b.operator().matches("-[ic]?(in|notin)|-shl|-shr") -> 3;
            default -> 2;
        };
    }
}
