package org.poshremote.wsman;

import java.util.List;

/** Sign-in failed or was refused by us. */
public final class AuthenticationException extends WsmanException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** The service saw the credentials and said no. They are not sent again by themselves. */
        REJECTED,
        /** The service does not offer the scheme. */
        NOT_OFFERED,
        /** It would have sent the password readable over plain HTTP, and nobody allowed that. */
        REFUSED_UNENCRYPTED,
        /** The mechanism itself failed; the cause says how. */
        MECHANISM,
        /** The service did not prove that it is who it should be, or answered without the protection agreed on. */
        PEER_NOT_VERIFIED,
        /** Not tried, so that the account does not get locked: this password was rejected before. */
        HELD_BACK,
        /** This machine lacks something that the scheme needs, or has it in use. */
        UNAVAILABLE
    }

    private final String scheme;
    private final Reason reason;
    private final transient List<String> offered;

    /** @param offered the schemes of the service's WWW-Authenticate headers, where it answered */
    public AuthenticationException(Endpoint endpoint, String scheme, Reason reason, List<String> offered, String message, Throwable cause) {
        super(endpoint, message, cause);
        this.scheme = scheme;
        this.reason = reason;
        this.offered = List.copyOf(offered);
    }

    public String scheme() {
        return scheme;
    }

    public Reason reason() {
        return reason;
    }

    public List<String> offered() {
        return offered;
    }

    @Override
    public boolean requestSent() {
        return reason != Reason.REFUSED_UNENCRYPTED && reason != Reason.HELD_BACK && reason != Reason.UNAVAILABLE;
    }
}
