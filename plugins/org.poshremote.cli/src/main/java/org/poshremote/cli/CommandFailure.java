package org.poshremote.cli;

/** A command cannot go on. The message is for the person and holds no secret; the status is one of {@link ExitCodes}. */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    public CommandFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    public CommandFailure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
