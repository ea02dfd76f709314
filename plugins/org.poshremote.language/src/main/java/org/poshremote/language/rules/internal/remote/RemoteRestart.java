package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** What follows a restart is never run. */
public final class RemoteRestart extends Rule {
    private static final List<String> RESTARTING = List.of("restart-computer", "stop-computer", "shutdown", "shutdown.exe");

    public RemoteRestart() {
        super("PoshRemoteRestart", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(NamedBlock.class, block -> statements(on, block.statements()));
        on.each(StatementBlock.class, block -> statements(on, block.statements()));
    }

    private static void statements(Inspection on, List<Statement> statements) {
        for (int i = 0; i + 1 < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Pipeline pipeline && pipeline.elements().get(pipeline.elements().size() - 1) instanceof Command command
                && RESTARTING.contains(Shapes.lower(command.name())) && !elsewhere(command) && !(statements.get(i + 1) instanceof Statement.Leave)
                && !(statements.get(i + 1) instanceof Statement.Jump)) {
                on.report(command.elements().get(0));
            }
        }
    }

    private static boolean elsewhere(Command command) {
        // /a takes a shutdown back, /m is another machine
        return Commands.hasParameter(command, "ComputerName", "c") || Commands.hasParameter(command, "WhatIf") || Commands.isSplatted(command)
            || command.elements().stream().anyMatch(element -> element instanceof Expression word && word.constantText().filter(text -> text.equalsIgnoreCase("/a") || text.equalsIgnoreCase("-a")
                || text.toLowerCase(Locale.ROOT).startsWith("/m")).isPresent());
    }
}
