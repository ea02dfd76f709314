package org.poshremote.language.layout.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;

/** A walk over the nodes that tokens of a draft are made of: what is put into strings is part of the string's token. */
final class Tree {
    private Tree() {
    }

    /** Parents first, in no other order. */
    static void walk(Node root, Consumer<Node> show) {
        Deque<Node> left = new ArrayDeque<>();
        left.push(root);
        while (!left.isEmpty()) {
            Node node = left.pop();
            show.accept(node);
            if (!(node instanceof Expression.ExpandableString)) {
                node.children().forEach(left::push);
            }
        }
    }
}
