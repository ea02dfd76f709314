package org.poshremote.core.run.internal;

import java.util.Optional;
import org.poshremote.core.target.Target;

/** Makes connections for one run. */
public interface NodeConnector {
    /** Such as "Basic" or "NTLM, encrypted". */
    String authentication();

    /** Why this target cannot be signed in to as it is set up. */
    Optional<String> refusal();

    /** Sends nothing yet: the first request does. */
    NodeConnection connect(Target target) throws NodeException;
}
