package org.poshremote.core.diagnose;

import java.util.List;
import java.util.Objects;

/**
 * A cause that the evidence speaks for.
 *
 * @param remedies what to do, the one to try first in front; one that weakens the node never is
 */
public record Finding(Cause cause, Signal signal, List<Remedy> remedies) {
    public Finding {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(signal);
        remedies = List.copyOf(remedies);
    }

    public String code() {
        return cause.code();
    }

    public int rank() {
        return signal.rank();
    }

    /** "very likely", "likely", "possible". */
    public String likelihood() {
        return rank() >= 80 ? "very likely" : rank() >= 50 ? "likely" : "possible";
    }
}
