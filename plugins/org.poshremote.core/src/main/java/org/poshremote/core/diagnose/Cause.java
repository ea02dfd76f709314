package org.poshremote.core.diagnose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A reason why a node will not connect.
 *
 * @param code        stable, such as "PR-TOKEN-FILTER"
 * @param title       one line
 * @param explanation what happens and why, for somebody who has not met it before
 * @param remedies    codes, the one to try first in front
 */
public record Cause(String code, Stage stage, String title, String explanation, List<Signal> signals, List<String> remedies) {
    public Cause {
        Objects.requireNonNull(code);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(title);
        Objects.requireNonNull(explanation);
        signals = List.copyOf(signals);
        remedies = List.copyOf(remedies);
    }

    /** The strongest signal that the evidence gives for this cause. */
    public Optional<Signal> best(Facts facts) {
        return signals.stream().filter(signal -> signal.matches(facts))
            .max((a, b) -> Integer.compare(a.rank(), b.rank()));
    }
}
