package org.poshremote.language.rules.internal.layout;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** A line end ends a statement. */
public final class AvoidSemicolonsAsLineTerminators extends Rule {
    public AvoidSemicolonsAsLineTerminators() {
        super("PSAvoidSemicolonsAsLineTerminators", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(NamedBlock.class, block -> statements(on, block.statements()));
        on.each(StatementBlock.class, block -> statements(on, block.statements()));
    }

    private static void statements(Inspection on, List<Statement> statements) {
        for (Statement statement : statements) {
            int at = Lines.skipBlanks(on.text(), statement.end());
            if (on.text().startsWith(";", at) && Lines.endsAt(on.text(), at + 1)) {
                on.at(at, at + 1).fix(at, at + 1, "").report();
            }
        }
    }
}
