package org.poshremote.core.run;

import java.time.Duration;
import java.util.Optional;

/**
 * When to give a run up by itself.
 *
 * @param silence longest time without any output; empty: no limit
 * @param total   longest time for the whole run, connecting included; empty: no limit
 */
public record Timeouts(Optional<Duration> silence, Optional<Duration> total) {
    public static final Timeouts NONE = new Timeouts(Optional.empty(), Optional.empty());

    public Timeouts {
        silence.ifPresent(Timeouts::positive);
        total.ifPresent(Timeouts::positive);
    }

    private static void positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A time-out is longer than nothing, unlike " + duration + ".");
        }
    }
}
