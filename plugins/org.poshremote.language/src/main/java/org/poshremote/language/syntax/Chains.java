package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Children of what associates to the left, such as {@code 1 + 2 + 3} and {@code $a.b.c}. A chain longer than people write is shown
 * flat, so that whoever walks a tree need not go as deep as the chain is long.
 */
final class Chains {
    private static final int LONGEST = 100;

    private Chains() {
    }

    static List<Node> children(Node last) {
        int links = 0;
        for (Node at = last; at != null && links <= LONGEST; at = left(at)) {
            links++;
        }
        List<Node> children = new ArrayList<>(4);
        if (links <= LONGEST) {
            children.add(left(last));
            children.addAll(behind(last));
            return children;
        }
        Node at = last;
        while (left(at) != null) {
            List<Node> behind = new ArrayList<>(behind(at));
            Collections.reverse(behind);
            children.addAll(behind);
            at = left(at);
        }
        children.add(at);
        Collections.reverse(children);
        return children;
    }

    /** What the node goes on from; null where it is no link of a chain. */
    private static Node left(Node node) {
        return switch (node) {
            case Expression.Binary binary -> binary.left();
            case Expression.MemberAccess member -> member.target();
            case Expression.Invoke call -> call.target();
            case Expression.Index index -> index.target();
            case Statement.PipelineChain chain -> chain.left();
            default -> null;
        };
    }

    private static List<? extends Node> behind(Node node) {
        return switch (node) {
            case Expression.Binary binary -> List.of(binary.right());
            case Expression.MemberAccess member -> List.of(member.member());
            case Expression.Invoke call -> {
                List<Node> all = new ArrayList<>(1 + call.typeArguments().size() + call.arguments().size());
                all.add(call.member());
                all.addAll(call.typeArguments());
                all.addAll(call.arguments());
                yield all;
            }
            case Expression.Index index -> List.of(index.index());
            case Statement.PipelineChain chain -> List.of(chain.right());
            default -> List.of();
        };
    }
}
