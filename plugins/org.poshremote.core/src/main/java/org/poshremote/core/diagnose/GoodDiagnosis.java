package org.poshremote.core.diagnose;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.poshremote.core.target.Target;

/**
 * What was seen when a target could be reached: to compare with, once it cannot.
 *
 * @param steps by code
 */
public record GoodDiagnosis(Instant begun, Map<String, Seen> steps) {
    /** One step of it. */
    public record Seen(Verdict verdict, List<Evidence> evidence) {
        public Seen {
            Objects.requireNonNull(verdict);
            evidence = List.copyOf(evidence);
        }
    }

    public GoodDiagnosis {
        Objects.requireNonNull(begun);
        steps = Map.copyOf(steps);
    }

    public static GoodDiagnosis of(Diagnosis diagnosis) {
        Map<String, Seen> steps = new HashMap<>();
        diagnosis.steps().forEach(step -> steps.put(step.code(), new Seen(step.verdict(), step.evidence())));
        return new GoodDiagnosis(diagnosis.begun(), steps);
    }

    /** Whether a diagnosis is one to remember. */
    public static boolean isGood(Diagnosis diagnosis) {
        return diagnosis.outcome() == Diagnosis.Outcome.HEALTHY || diagnosis.outcome() == Diagnosis.Outcome.WARNING;
    }

    /** One target, by name and address, has one. */
    public static String key(Target target) {
        return target.name() + " " + target.address();
    }
}
