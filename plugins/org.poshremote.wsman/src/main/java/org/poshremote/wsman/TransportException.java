package org.poshremote.wsman;

import javax.net.ssl.SSLException;

/** There was no complete HTTP answer. */
public final class TransportException extends WsmanException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        NAME_NOT_RESOLVED, REFUSED, CONNECT_TIMEOUT,
        /** No answer within the deadline. */
        READ_TIMEOUT,
        /** The peer reset the connection, or the network did. */
        RESET,
        /** The peer ended the connection before its answer was complete. */
        CLOSED,
        TLS,
        /** An HTTP proxy did not make the connection; the cause is a {@link org.poshremote.wsman.http.ProxyException}. */
        PROXY,
        /** A jump host did not; the cause is a {@link org.poshremote.wsman.http.TunnelException}. */
        JUMP_HOST,
        /** What came is not HTTP: often TLS on a plain port, or the reverse. */
        NOT_HTTP,
        /** HTTP, but not the WS-Management answer to what was asked. */
        NOT_SOAP,
        TOO_LARGE,
        /** Ended by us, from another thread. */
        CANCELLED
    }

    private final Kind kind;
    private final boolean requestSent;

    public TransportException(Kind kind, Endpoint endpoint, String message, Throwable cause, boolean requestSent) {
        super(endpoint, message, cause);
        this.kind = kind;
        this.requestSent = requestSent;
    }

    /** Whether the peer ended TLS because of the client certificate, or since none was shown. */
    public boolean clientCertificateRefused() {
        return kind == Kind.TLS && getCause() instanceof SSLException tls && TlsAlert.aboutClientCertificate(tls);
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public boolean requestSent() {
        return requestSent;
    }
}
