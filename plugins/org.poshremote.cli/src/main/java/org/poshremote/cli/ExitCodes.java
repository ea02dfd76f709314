package org.poshremote.cli;

import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;

/** What the terminal program ends with where the script's own code cannot be it (sysexits.h, timeout(1), bash(1)). */
public final class ExitCodes {
    public static final int SUCCESS = 0;
    public static final int FAILURE = 1;
    public static final int USAGE = 64;
    /** A file that was given cannot be read or has a mistake in it. */
    public static final int DATA = 65;
    public static final int UNAVAILABLE = 69;
    public static final int SOFTWARE = 70;
    public static final int NO_PERMISSION = 77;
    public static final int TIME_OUT = 124;
    public static final int CANCELLED = 130;
    /** Nobody reads the output any more: what a shell shows for a program that SIGPIPE ended. */
    public static final int PIPE_CLOSED = 141;

    private ExitCodes() {
    }

    /** The status for a run: that of the script, 0 for an accepted code. */
    public static int of(RunOutcome outcome) {
        return outcome.exit().map(exit -> exit.accepted() ? SUCCESS : ofScript(exit.code()))
            .orElseGet(() -> of(outcome.failure().orElseThrow().kind()));
    }

    /** POSIX keeps the low 8 bits alone: a failure whose low bits are all 0 must not look like success. */
    private static int ofScript(long code) {
        return code != 0 && (code & 0xFF) == 0 ? FAILURE : (int) code;
    }

    private static int of(RunFailure.Kind kind) {
        return switch (kind) {
            case REFUSED -> USAGE;
            case SIGN_IN -> NO_PERMISSION;
            case SILENCE, TIMEOUT -> TIME_OUT;
            case CANCELLED -> CANCELLED;
            case PROTOCOL -> SOFTWARE;
            case CONNECT, NODE, CODE_PAGE, CLR, LOST -> UNAVAILABLE;
        };
    }
}
