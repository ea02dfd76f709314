package org.poshremote.ui.targets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.TargetListing;
import org.poshremote.core.target.TargetProblem;

/** The shape in which the targets are shown: what is wrong first, then groups, then the targets without a group. */
final class TargetTree {
    /** Anything in the tree. Equality is by what it stands for, so that the tree keeps its selection when it is read again. */
    sealed interface Node {
    }

    record Problem(TargetProblem problem) implements Node {
    }

    /** @param path such as "lab/web" */
    record Group(String path) implements Node {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    record Leaf(StoredTarget stored) implements Node {
        @Override
        public boolean equals(Object other) {
            return other instanceof Leaf leaf && leaf.stored.origin().equals(stored.origin())
                    && leaf.stored.definition().name().equalsIgnoreCase(stored.definition().name());
        }

        @Override
        public int hashCode() {
            return stored.definition().name().toLowerCase(Locale.ROOT).hashCode();
        }
    }

    private final Map<String, List<Node>> children = new LinkedHashMap<>();

    TargetTree(TargetListing listing) {
        children.put("", new ArrayList<>());
        listing.problems().forEach(problem -> children.get("").add(new Problem(problem)));
        listing.targets().stream().map(stored -> group(stored)).filter(path -> !path.isEmpty()).distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER).forEach(this::addGroup);
        listing.targets().stream().sorted(Comparator.comparing(stored -> stored.definition().name(), String.CASE_INSENSITIVE_ORDER))
                .forEach(stored -> children.get(group(stored)).add(new Leaf(stored)));
    }

    private static String group(StoredTarget stored) {
        return String.join("/", List.of(stored.definition().group().split("/")).stream().map(String::trim).filter(part -> !part.isEmpty()).toList());
    }

    private void addGroup(String path) {
        if (children.containsKey(path)) {
            return;
        }
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : path.substring(0, slash);
        addGroup(parent);
        children.get(parent).add(new Group(path));
        children.put(path, new ArrayList<>());
    }

    boolean isEmpty() {
        return children.get("").isEmpty();
    }

    List<Node> roots() {
        return children.get("");
    }

    List<Node> childrenOf(Node node) {
        return node instanceof Group group ? children.getOrDefault(group.path(), List.of()) : List.of();
    }

    Optional<Node> parentOf(Node node) {
        return children.entrySet().stream().filter(entry -> !entry.getKey().isEmpty() && entry.getValue().contains(node))
                .<Node>map(entry -> new Group(entry.getKey())).findFirst();
    }
}
