package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script, the body of a function, or what stands between braces.
 *
 * @param usings at the top of a script
 * @param blocks named ones, or a single one of kind {@link NamedBlock.Kind#END} that is not written out
 */
public record ScriptBlock(int start, int end, List<Statement.Using> usings, Optional<ParamBlock> param, List<NamedBlock> blocks) implements Node {
    public ScriptBlock {
        usings = List.copyOf(usings);
        blocks = List.copyOf(blocks);
    }

    public Optional<NamedBlock> block(NamedBlock.Kind kind) {
        return blocks.stream().filter(block -> block.kind() == kind).findFirst();
    }

    @Override
    public List<Node> children() {
        List<Node> all = new ArrayList<>(usings);
        param.ifPresent(all::add);
        all.addAll(blocks);
        return all;
    }
}
