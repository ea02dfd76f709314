package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** {@code [CmdletBinding()] param(…)}. */
public record ParamBlock(int start, int end, List<AttributeNode> attributes, List<Parameter> parameters) implements Node {
    public ParamBlock {
        attributes = List.copyOf(attributes);
        parameters = List.copyOf(parameters);
    }

    @Override
    public List<Node> children() {
        List<Node> all = new ArrayList<>(attributes);
        all.addAll(parameters);
        return all;
    }
}
