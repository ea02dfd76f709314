package org.poshremote.language.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;

/** The nodes around a character, from the root of the tree to the smallest. */
public final class TreePath {
    private TreePath() {
    }

    /** @param offset of the character */
    public static List<Node> at(Script script, int offset) {
        List<Node> path = new ArrayList<>();
        Optional<Node> next = Optional.of(script.root());
        while (next.isPresent()) {
            path.add(next.get());
            next = child(next.get(), offset);
        }
        return path;
    }

    private static Optional<Node> child(Node node, int offset) {
        Optional<Node> found = Optional.empty();
        for (Node child : node.children()) {
            if (child.start() <= offset && offset < child.end()) {
                found = Optional.of(child);
            }
        }
        return found;
    }
}
