package org.poshremote.language.rules.internal.layout;

import java.util.function.Function;
import org.poshremote.language.layout.internal.Change;
import org.poshremote.language.layout.internal.Draft;
import org.poshremote.language.layout.internal.Pass;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.RuleOptions;
import org.poshremote.language.rules.Severity;

/** Tells of what the formatter would change with the same options. */
public final class LayoutRule extends Rule {
    private final Function<RuleOptions, Pass> pass;

    public LayoutRule(String name, Severity severity, boolean byDefault, Function<RuleOptions, Pass> pass) {
        super(name, severity, byDefault);
        this.pass = pass;
    }

    @Override
    protected void begin(Inspection on) {
        on.atEnd(() -> {
            Draft draft = on.draft();
            pass.apply(on.options()).apply(draft);
            for (Draft.Note note : draft.notes()) {
                Inspection.Report report = on.at(note.start(), note.end()).text(note.variant()).with(note.arguments());
                for (Change change : draft.changes(note)) {
                    report.fix(change.start(), change.end(), change.text());
                }
                report.report();
            }
        });
    }
}
