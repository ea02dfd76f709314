package org.poshremote.core.diagnose;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What one step of a diagnosis came to.
 *
 * @param code    stable, such as "PR-STEP-TCP"
 * @param summary one or two sentences for the person; may hold foreign data
 * @param cost    how long it took
 */
public record StepResult(String code, Stage stage, String title, Verdict verdict, String summary, List<Evidence> evidence,
        Duration cost) {
    public StepResult {
        Objects.requireNonNull(code);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(title);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(cost);
        evidence = List.copyOf(evidence);
    }
}
