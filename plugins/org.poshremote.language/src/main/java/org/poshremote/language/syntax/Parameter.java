package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of a script block, function or method; attributes hold type constraints too, in the order of the text. */
public record Parameter(int start, int end, List<AttributeNode> attributes, Expression.Variable name, Optional<Expression> defaultValue) implements Node {
    public Parameter {
        attributes = List.copyOf(attributes);
    }

    /** The type written last before the name. */
    public Optional<TypeName> type() {
        return attributes.stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(AttributeNode::type).reduce((a, b) -> b);
    }

    @Override
    public List<Node> children() {
        List<Node> all = new ArrayList<>(attributes);
        all.add(name);
        defaultValue.ifPresent(all::add);
        return all;
    }
}
