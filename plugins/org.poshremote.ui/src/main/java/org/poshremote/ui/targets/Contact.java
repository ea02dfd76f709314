package org.poshremote.ui.targets;

import java.time.Duration;
import java.time.Instant;

/** What is known of a target since it was last asked, in this session. */
public sealed interface Contact {
    /** Not asked yet. */
    record Never() implements Contact {
    }

    /** Being asked now. */
    record Trying() implements Contact {
    }

    /** @param node what answered, such as "PowerShell 5.1.17763.1" */
    record Reached(Instant when, String node, Duration took) implements Contact {
    }

    record Failed(Instant when, String reason) implements Contact {
    }
}
