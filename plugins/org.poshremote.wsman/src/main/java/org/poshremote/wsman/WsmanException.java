package org.poshremote.wsman;

/** A request to a WS-Management service did not succeed. Messages hold no secret and no part of a request. */
public abstract sealed class WsmanException extends Exception
        permits TransportException, HttpStatusException, AuthenticationException, FaultException {
    private static final long serialVersionUID = 1L;
    private final transient Endpoint endpoint;

    WsmanException(Endpoint endpoint, String message, Throwable cause) {
        super(message, cause);
        this.endpoint = endpoint;
    }

    public final Endpoint endpoint() {
        return endpoint;
    }

    /** Whether the service may have seen the request, so that it must not be sent again unseen. */
    public boolean requestSent() {
        return true;
    }
}
