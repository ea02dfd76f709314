package org.poshremote.core.target;

import java.nio.file.InvalidPathException;
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

    /** The target, once nothing is left to confirm; the path of a CA file is made absolute from where the target file is. */
    public Optional<Target> forUse() {
        if (!unconfirmed.isEmpty()) {
            return Optional.empty();
        }
        if (definition.trust() instanceof TrustChoice.CaFile ca) {
            try {
                String absolute = origin.file().resolveSibling(ca.path()).toAbsolutePath().normalize().toString();
                return Optional.of(definition.toBuilder().trust(new TrustChoice.CaFile(absolute)).build());
            } catch (InvalidPathException e) {
                return Optional.of(definition); // no file of this system has such a name: the run says so
            }
        }
        return Optional.of(definition);
    }
}
