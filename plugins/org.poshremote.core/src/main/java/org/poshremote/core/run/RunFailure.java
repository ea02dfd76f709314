package org.poshremote.core.run;

import java.time.Instant;
import java.util.Optional;
import org.poshremote.wsman.WsmanException;

/**
 * Why a run has no exit code.
 *
 * @param message     what happened, on which target
 * @param remedy      what to do next, where there is advice
 * @param stillRuns   what is known about the script
 * @param lastOutput  when the last byte of output came, if any did
 * @param cause       the protocol's own account
 */
public record RunFailure(Kind kind, String message, Optional<String> remedy, StillRuns stillRuns,
        Optional<Instant> lastOutput, Optional<WsmanException> cause) {
    /** At which point it went wrong. */
    public enum Kind {
        /** Refused here, before anything was sent. */
        REFUSED,
        /** The node was not reached. */
        CONNECT,
        SIGN_IN,
        /** The node reached answered with a fault before the script began. */
        NODE,
        CODE_PAGE,
        /** The CLR asked for cannot be had this way on this node. */
        CLR,
        /** The connection was lost while the script ran. */
        LOST,
        SILENCE,
        TIMEOUT,
        CANCELLED,
        /** The node answered something that the protocol does not know. */
        PROTOCOL
    }

    /** Whether the script may go on without us. */
    public enum StillRuns {
        NO, UNKNOWN, YES
    }
}
