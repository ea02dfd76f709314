package org.poshremote.language.rules.internal.layout;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;

/** Equals signs below each other. */
public final class AlignAssignment extends Rule {
    public AlignAssignment() {
        super("PSAlignAssignmentStatement", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.options().flag("CheckHashtable", true)) {
            return;
        }
        on.each(Expression.Hashtable.class, table -> {
            List<Clause.Entry> entries = table.entries();
            for (int i = 0; i < entries.size(); i++) {
                Clause.Entry entry = entries.get(i);
                if (i > 0 && on.lines().line(entries.get(i - 1).end()) == on.lines().line(entry.start()) || on.lines().line(entry.start()) != on.lines().line(entry.value().start())) {
                    return;
                }
            }
            int widest = entries.stream().mapToInt(entry -> on.lines().column(entry.key().end())).max().orElse(0);
            if (entries.size() < 2) {
                return;
            }
            for (Clause.Entry entry : entries) {
                int equals = on.text().indexOf('=', entry.key().end());
                boolean blank = equals > 0 && on.text().substring(entry.key().end(), equals).isBlank();
                if (blank && on.lines().column(equals) != widest + 1) {
                    on.at(equals, equals + 1).fix(entry.key().end(), equals, " ".repeat(Math.max(1, widest + 1 - on.lines().column(entry.key().end())))).report();
                }
            }
        });
    }
}
