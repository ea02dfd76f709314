package org.poshremote.core.run.internal;

import org.poshremote.core.target.Target;

/** Makes connections for one run. */
public interface NodeConnector {
    /** Such as "Basic" or "NTLM, encrypted". */
    String authentication();

    /** Sends nothing yet: the first request does. */
    NodeConnection connect(Target target) throws NodeException;
}
