package org.poshremote.language.rules.internal.target;

import java.util.Optional;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.TargetVersion;

/** What the target's version of PowerShell does not understand. */
public final class TargetSyntax extends Rule {
    public TargetSyntax() {
        super("PoshRemoteTargetSyntax", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        Optional<TargetVersion> version = on.target().version();
        if (version.isEmpty() || on.requirements().version().filter(needed -> needed.compareTo(version.get()) > 0).isPresent()) {
            return;
        }
        SyntaxFeatures.each(on, (feature, span) -> {
            if (feature.isKnownTo(version.get())) {
                return;
            }
            boolean gone = version.get().compareTo(feature.since()) >= 0;
            String text = gone ? "gone" : switch (feature.effect()) {
                case REFUSED -> "";
                case OTHER_MEANING -> "meaning";
                case FAILS -> "fails";
            };
            Severity severity = feature.effect() == SyntaxFeature.Effect.OTHER_MEANING ? Severity.WARNING : Severity.ERROR;
            on.at(span.start(), span.end()).text(text).with(feature.described(), feature.since(), on.target().described()).about(feature.name()).as(severity).report();
        });
    }
}
