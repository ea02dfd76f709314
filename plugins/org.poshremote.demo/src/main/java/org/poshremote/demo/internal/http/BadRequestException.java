package org.poshremote.demo.internal.http;

/** A request that is not HTTP/1.x as RFC 9112 has it, or is beyond a limit. The connection cannot go on. */
public final class BadRequestException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    public BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
