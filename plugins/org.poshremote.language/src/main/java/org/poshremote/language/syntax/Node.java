package org.poshremote.language.syntax;

import java.util.List;

/**
 * A part of a script. Offsets are in UTF-16 units of the text, {@code end} exclusive. Nodes are immutable; a child lies
 * within its parent, and children come in the order of the text.
 */
public sealed interface Node permits ScriptBlock, NamedBlock, ParamBlock, Parameter, StatementBlock, Statement,
        PipelineElement, CommandElement, Redirection, AttributeNode, TypeName, Member, Clause {
    int start();

    int end();

    List<Node> children();
}
