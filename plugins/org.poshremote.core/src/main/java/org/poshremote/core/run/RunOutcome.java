package org.poshremote.core.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How a run ended. Exactly one of {@code exit} and {@code failure} is present.
 *
 * @param requests HTTP requests of the whole run, sign-in included
 */
public record RunOutcome(Optional<ExitStatus> exit, Optional<RunFailure> failure, Optional<NodeGreeting> greeting,
        int requests, Duration duration) {
    public RunOutcome {
        if (exit.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("A run ends with an exit status or a failure.");
        }
    }

    /** Whether the script ended with 0 or an accepted code. */
    public boolean succeeded() {
        return exit.isPresent() && exit.get().accepted();
    }
}
