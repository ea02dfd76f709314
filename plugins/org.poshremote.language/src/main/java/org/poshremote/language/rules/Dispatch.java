package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;

/** One walk over a tree that shows each node to those who asked for its type. */
final class Dispatch {
    private final Map<Class<?>, List<Consumer<Node>>> byType = new HashMap<>();
    private final Map<String, List<Consumer<Command>>> byCommand = new HashMap<>();
    private final List<Runnable> last = new ArrayList<>();
    private final List<Node> path = new ArrayList<>();

    void on(Class<?> type, Consumer<Node> show) {
        byType.computeIfAbsent(type, key -> new ArrayList<>()).add(show);
    }

    void onCommand(String name, Consumer<Command> show) {
        byCommand.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(show);
    }

    void atEnd(Runnable show) {
        last.add(show);
    }

    void run(Node root) {
        walk(root);
        last.forEach(Runnable::run);
    }

    private void walk(Node node) {
        path.add(node);
        List<Consumer<Node>> interested = byType.get(node.getClass());
        if (interested != null) {
            for (int i = 0; i < interested.size(); i++) {
                interested.get(i).accept(node);
            }
        }
        if (node instanceof Command command && !command.name().isEmpty()) {
            byCommand.getOrDefault(command.name().toLowerCase(Locale.ROOT), List.of()).forEach(show -> show.accept(command));
        }
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            walk(children.get(i));
        }
        path.remove(path.size() - 1);
    }

    Optional<Node> above(int steps) {
        int at = path.size() - 1 - steps;
        return at < 0 ? Optional.empty() : Optional.of(path.get(at));
    }

    <N extends Node> Optional<N> around(Class<N> type) {
        for (int i = path.size() - 2; i >= 0; i--) {
            if (type.isInstance(path.get(i))) {
                return Optional.of(type.cast(path.get(i)));
            }
        }
        return Optional.empty();
    }
}
