package org.poshremote.core.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happens during a run, in order. Texts come from the node unless said otherwise: they are data, and a terminal strips
 * control sequences from them. Events are delivered one after the other on threads of the run; the last one is
 * {@link Exited} or {@link Failed}.
 */
public sealed interface RunEvent {
    /** First of all: what is about to be done. */
    record Prepared(RunHeader header) implements RunEvent {
    }

    /**
     * Signed in by a way that the header could not say, since the target leaves it open and it was not known yet.
     *
     * @param authentication such as "NTLM, encrypted"
     */
    record SignedIn(String authentication) implements RunEvent {
    }

    /** The bootstrap runs on the node; the script comes next. Not for batch scripts. */
    record Started(NodeGreeting greeting) implements RunEvent {
    }

    /**
     * Standard output.
     *
     * @param text  decoded, never cut within a character
     * @param bytes the raw bytes that came (not always exactly those of {@code text}, since characters span chunks)
     */
    record Output(String text, byte[] bytes) implements RunEvent {
        public Output {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Standard error that a program wrote as plain text. */
    record ErrorOutput(String text) implements RunEvent {
    }

    /** An error as PowerShell formats it; over WinRS it is text, its position found by shape. */
    record ErrorRecord(String text, Optional<Position> position) implements RunEvent {
    }

    record Warning(String text) implements RunEvent {
    }

    record Verbose(String text) implements RunEvent {
    }

    record Debug(String text) implements RunEvent {
    }

    /**
     * A progress record.
     *
     * @param percent          0 to 100, where known
     * @param secondsRemaining where known
     */
    record Progress(String activity, String status, OptionalInt percent, OptionalInt secondsRemaining,
            boolean completed) implements RunEvent {
    }

    /** A remark of ours about the run, in a full sentence. */
    record Note(String text) implements RunEvent {
    }

    /** The end: the remote process ended by itself. */
    record Exited(ExitStatus status) implements RunEvent {
    }

    /** The end: there is no exit code. */
    record Failed(RunFailure failure) implements RunEvent {
    }
}
