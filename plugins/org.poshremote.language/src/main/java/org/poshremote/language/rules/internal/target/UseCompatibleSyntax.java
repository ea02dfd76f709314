package org.poshremote.language.rules.internal.target;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.TargetVersion;

/** What the versions in the settings do not understand. */
public final class UseCompatibleSyntax extends Rule {
    public UseCompatibleSyntax() {
        super("PSUseCompatibleSyntax", Severity.ERROR, false);
    }

    @Override
    protected void begin(Inspection on) {
        List<TargetVersion> versions = on.options().words("TargetVersions", List.of()).stream().flatMap(text -> TargetVersion.parse(text).stream()).sorted().toList();
        if (versions.isEmpty()) {
            return;
        }
        SyntaxFeatures.each(on, (feature, span) -> versions.stream().filter(version -> !feature.isKnownTo(version) && feature.effect() != SyntaxFeature.Effect.OTHER_MEANING).findFirst()
            .ifPresent(version -> on.at(span.start(), span.end()).with(feature.described(), feature.since(), version).about(feature.name()).report()));
    }
}
