package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in brackets before a parameter, variable, member or param block. */
public sealed interface AttributeNode extends Node {
    TypeName type();

    /** {@code [int]}. */
    record TypeConstraint(int start, int end, TypeName type) implements AttributeNode {
        @Override
        public List<Node> children() {
            return List.of(type);
        }
    }

    /** {@code [ValidateRange(1, 5)]}. */
    record Attribute(int start, int end, TypeName type, List<Expression> positional, List<Named> named) implements AttributeNode {
        public Attribute {
            positional = List.copyOf(positional);
            named = List.copyOf(named);
        }

        /** @param value empty for {@code [Parameter(Mandatory)]}, which means true */
        public record Named(int start, int end, String name, Optional<Expression> value) {
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>();
            all.add(type);
            all.addAll(positional);
            named.forEach(argument -> argument.value().ifPresent(all::add));
            all.sort((a, b) -> Integer.compare(a.start(), b.start()));
            return all;
        }
    }
}
