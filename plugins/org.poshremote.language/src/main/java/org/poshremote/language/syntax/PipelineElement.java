package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** What stands between the bars of a pipeline. */
public sealed interface PipelineElement extends Node {
    List<Redirection> redirections();

    /** How a command is called. */
    enum Invocation {
        NAME, AMPERSAND, DOT
    }

    /** A command: its elements begin with its name. */
    record Command(int start, int end, Invocation invocation, List<CommandElement> elements, List<Redirection> redirections) implements PipelineElement {
        public Command {
            elements = List.copyOf(elements);
            redirections = List.copyOf(redirections);
        }

        /** Where it is a plain word; empty otherwise. */
        public String name() {
            return !elements.isEmpty() && elements.get(0) instanceof Expression.StringConstant word ? word.value() : "";
        }

        @Override
        public List<Node> children() {
            if (redirections.isEmpty()) {
                return List.copyOf(elements);
            }
            List<Node> all = new ArrayList<>(elements);
            all.addAll(redirections);
            all.sort((a, b) -> Integer.compare(a.start(), b.start()));
            return all;
        }
    }

    record CommandExpression(int start, int end, Expression expression, List<Redirection> redirections) implements PipelineElement {
        public CommandExpression {
            redirections = List.copyOf(redirections);
        }

        @Override
        public List<Node> children() {
            if (redirections.isEmpty()) {
                return List.of(expression);
            }
            List<Node> all = new ArrayList<>();
            all.add(expression);
            all.addAll(redirections);
            return all;
        }
    }
}
