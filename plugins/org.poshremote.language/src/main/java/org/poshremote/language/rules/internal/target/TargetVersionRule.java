package org.poshremote.language.rules.internal.target;

import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Requirements;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** A script that asks for more than the target has does not start there. */
public final class TargetVersionRule extends Rule {
    public TargetVersionRule() {
        super("PoshRemoteTargetVersion", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        Requirements needed = on.requirements();
        needed.version().filter(version -> on.target().isBefore(version.major(), version.minor())).ifPresent(version -> {
            Span span = needed.span().orElse(new Span(0, 0));
            on.at(span.start(), span.end()).with(version, on.target().described()).report();
        });
        needed.edition().filter(edition -> on.target().desktop().filter(desktop -> desktop != edition.equalsIgnoreCase("Desktop")).isPresent()).ifPresent(edition ->
            on.at(0, 0).text("edition").with(edition, on.target().described()).report());
    }
}
