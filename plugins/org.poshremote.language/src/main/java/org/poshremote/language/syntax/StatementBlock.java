package org.poshremote.language.syntax;

import java.util.List;

/** Statements between braces, or within {@code $( )} and {@code @( )}. */
public record StatementBlock(int start, int end, List<Statement> statements) implements Node {
    public StatementBlock {
        statements = List.copyOf(statements);
    }

    @Override
    public List<Node> children() {
        return List.copyOf(statements);
    }
}
