package org.poshremote.language.syntax;

import java.util.List;

/**
 * A part of a script block.
 *
 * @param implicit the statements stand in the script block itself
 */
public record NamedBlock(int start, int end, Kind kind, boolean implicit, List<Statement> statements) implements Node {
    public enum Kind {
        DYNAMICPARAM, BEGIN, PROCESS, END, CLEAN
    }

    public NamedBlock {
        statements = List.copyOf(statements);
    }

    @Override
    public List<Node> children() {
        return List.copyOf(statements);
    }
}
