package org.poshremote.core.target;

import java.util.List;
import java.util.Optional;

/**
 * A target and the file it stands in.
 *
 * @param definition  what the file says; for showing, and for use through {@link #forUse()}
 * @param unconfirmed what the person has to confirm on this machine before the target may be used
 */
public record StoredTarget(Target definition, TargetOrigin origin, List<RiskyValue> unconfirmed) {
    public StoredTarget {
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** The target, once nothing is left to confirm. */
    public Optional<Target> forUse() {
        return unconfirmed.isEmpty() ? Optional.of(definition) : Optional.empty();
    }
}
