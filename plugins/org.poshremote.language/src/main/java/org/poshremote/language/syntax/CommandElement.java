package org.poshremote.language.syntax;

import java.util.List;
import java.util.Optional;

/** A word of a command: its name, a parameter, or an argument. */
public sealed interface CommandElement extends Node permits Expression, CommandElement.CommandParameter {
    /**
     * {@code -Name} or {@code -Name:argument}.
     *
     * @param name without the dash
     */
    record CommandParameter(int start, int end, String name, Optional<Expression> argument) implements CommandElement {
        @Override
        public List<Node> children() {
            return argument.<List<Node>>map(List::of).orElse(List.of());
        }
    }
}
