package org.poshremote.language.rules;

import java.util.Optional;
import java.util.Set;
import org.poshremote.language.rules.internal.target.SyntaxFeature;

/** What problems of certain rules can be answered with besides their fixes. */
public final class RuleMeaning {
    private static final Set<String> MARK = Set.of("PSUseBOMForUnicodeEncodedFile", "PoshRemoteEncodingBreaksScript");

    private RuleMeaning() {
    }

    /** The version that has what the problem is about. */
    public static Optional<TargetVersion> neededVersion(Problem problem) {
        if (!problem.rule().equals("PoshRemoteTargetSyntax")) {
            return Optional.empty();
        }
        for (SyntaxFeature feature : SyntaxFeature.values()) {
            if (feature.name().equals(problem.subject())) {
                return Optional.of(feature.since());
            }
        }
        return Optional.empty();
    }

    /** Whether the file wants a byte order mark. */
    public static boolean wantsByteOrderMark(Problem problem) {
        return MARK.contains(problem.rule());
    }
}
