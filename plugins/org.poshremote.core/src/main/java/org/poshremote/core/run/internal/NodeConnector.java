package org.poshremote.core.run.internal;

import java.util.Optional;
import org.poshremote.core.target.Target;

/** Makes connections for one run. Closed after the last of them. */
public interface NodeConnector extends AutoCloseable {
    /**
     * Such as "Basic" or "NTLM, encrypted".
     *
     * @param before what signed in at an earlier run, where the target leaves it open
     */
    String authentication(Optional<String> before);

    /** What did sign in, where the target leaves it open and it is known. */
    Optional<String> signedInBy();

    /** Why this target cannot be signed in to as it is set up. */
    Optional<String> refusal();

    /** The way there, in words; empty where it is straight. */
    String way();

    /** Sends nothing yet: the first request does. */
    NodeConnection connect(Target target) throws NodeException;

    @Override
    default void close() {
        // most hold nothing
    }
}
