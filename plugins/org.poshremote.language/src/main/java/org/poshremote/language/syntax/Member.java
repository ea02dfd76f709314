package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of a class or enum. */
public sealed interface Member extends Node {
    String name();

    List<AttributeNode> attributes();

    /** Also a value of an enum. */
    record Property(int start, int end, List<AttributeNode> attributes, boolean isStatic, boolean hidden, String name, int nameStart,
            Optional<Expression> initialValue) implements Member {
        public Property {
            attributes = List.copyOf(attributes);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(attributes);
            initialValue.ifPresent(all::add);
            return all;
        }
    }

    /** @param baseArguments of a constructor that calls {@code base(…)} */
    record Method(int start, int end, List<AttributeNode> attributes, boolean isStatic, boolean hidden, String name, int nameStart,
            List<Parameter> parameters, List<Expression> baseArguments, ScriptBlock body) implements Member {
        public Method {
            attributes = List.copyOf(attributes);
            parameters = List.copyOf(parameters);
            baseArguments = List.copyOf(baseArguments);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(attributes);
            all.addAll(parameters);
            all.addAll(baseArguments);
            all.add(body);
            return all;
        }
    }
}
