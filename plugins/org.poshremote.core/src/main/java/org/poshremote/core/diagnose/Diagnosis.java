package org.poshremote.core.diagnose;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.core.target.Target;

/**
 * What a diagnosis came to.
 *
 * @param steps       all of them, in order
 * @param findings    causes, best first; empty where nothing is wrong
 * @param certificate what the node showed over TLS
 */
public record Diagnosis(Target target, Instant begun, Duration took, List<StepResult> steps, List<Finding> findings, Facts facts,
        Outcome outcome, Optional<X509Certificate> certificate) {
    /** The whole in one word. */
    public enum Outcome {
        HEALTHY, WARNING, FAILED, CANCELLED
    }

    public Diagnosis {
        Objects.requireNonNull(target);
        Objects.requireNonNull(begun);
        Objects.requireNonNull(took);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(certificate);
    }

    /** The step at which it stopped. */
    public Optional<StepResult> failed() {
        return steps.stream().filter(step -> step.verdict() == Verdict.FAILED).findFirst();
    }

    public Optional<Finding> best() {
        return findings.stream().findFirst();
    }

    public Generation generation() {
        return Generation.of(facts);
    }

    /** One sentence for the person. */
    public String headline() {
        String node = target.name().equals(target.host()) ? target.host() : target.name() + " (" + target.address() + ")";
        return switch (outcome) {
            case HEALTHY -> "Nothing is wrong: a run on " + node + " would begin.";
            case CANCELLED -> "The diagnosis of " + node + " was cancelled.";
            case WARNING -> node + " can be reached, but: " + best().map(finding -> finding.cause().title()).orElse("look at the warnings") + ".";
            case FAILED -> node + " will not connect: " + best().map(finding -> finding.cause().title())
                .orElse("no cause in the table fits what was seen") + ".";
        };
    }
}
