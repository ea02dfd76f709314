package org.poshremote.language.rules.internal.remote;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** An exit in a function ends everything. */
public final class RemoteExit extends Rule {
    public RemoteExit() {
        super("PoshRemoteExit", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Leave.class, leave -> {
            if (leave.keyword().equals("exit") && (on.around(Statement.Function.class).isPresent() || on.file().isModule()) && on.around(Expression.ScriptBlockLiteral.class).isEmpty()) {
                on.report(leave);
            }
        });
    }
}
