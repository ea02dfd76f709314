package org.poshremote.core.run;

import java.util.Optional;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;

/** Where a run gets the password. Asked at most once per run, on the run's thread; may ask the person. */
@FunctionalInterface
public interface CredentialSource {
    /** The password for this target's account, which the run closes; empty where the person gave none. */
    Optional<Secret> password(Target target);

    /** The password of the key of this target's client certificate, where that has one; the run closes it. */
    default Optional<Secret> keyPassword(Target target) {
        return Optional.empty();
    }
}
