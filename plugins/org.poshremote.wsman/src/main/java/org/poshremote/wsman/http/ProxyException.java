package org.poshremote.wsman.http;

import java.io.IOException;

/** An HTTP proxy did not make the connection. The message is for the person, and holds no secret. */
public final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The proxy itself was not reached. */
        UNREACHABLE,
        /** It did not answer within the deadline. */
        TIMEOUT,
        /** It ended the connection. */
        LOST,
        /** It wants a sign-in, and no account for it is known. */
        SIGN_IN_WANTED,
        /** It took none of the ways to sign in, or rejected the account. */
        SIGN_IN_FAILED,
        /** Its rules forbid this node or port. */
        FORBIDDEN,
        /** It did not reach the node. */
        NODE_UNREACHABLE,
        /** Another status. */
        STATUS,
        /** It is no proxy: a web page, or no HTTP at all. */
        NO_PROXY
    }

    private final Reason reason;
    private final int status;

    /** @param status of its answer; 0 where there was none */
    public ProxyException(Reason reason, int status, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.status = status;
    }

    public Reason reason() {
        return reason;
    }

    public int status() {
        return status;
    }
}
