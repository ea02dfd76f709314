package org.poshremote.core.diagnose;

import java.util.List;
import java.util.Objects;

/**
 * A combination of evidence that speaks for a cause.
 *
 * @param all  conditions that must all hold
 * @param rank 1 to 100: how much it speaks for the cause; the cause with the highest one is named first
 */
public record Signal(List<Condition> all, int rank, Seen seen) {
    public Signal {
        all = List.copyOf(all);
        Objects.requireNonNull(seen);
        if (all.isEmpty() || rank < 1 || rank > 100) {
            throw new IllegalArgumentException("a signal has conditions and a rank from 1 to 100: " + all + " " + rank);
        }
    }

    public boolean matches(Facts facts) {
        return all.stream().allMatch(condition -> condition.holds(facts));
    }
}
