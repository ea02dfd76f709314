package org.poshremote.demo.auth;

/** One way to log in that the node offers. */
public interface AcceptorFactory {
    /** The first word of the {@code Authorization} header that selects this way, for example {@code Negotiate}. Compared ignoring case. */
    String scheme();

    /** Whether a token is of this way, where several share a scheme: NTLM and Kerberos do, under {@code Negotiate}. */
    default boolean takes(String authorization) {
        return true;
    }

    /** What the node offers in {@code WWW-Authenticate}; some schemes add a parameter. */
    default String challenge() {
        return scheme();
    }

    /** Whether a 401 names it. */
    default boolean listed() {
        return true;
    }

    /** Whether the node asks for a client certificate in the TLS handshake because of this scheme. */
    default boolean wantsClientCertificate() {
        return false;
    }

    /** Whether the server lets this scheme be used on this connection; one that is not offered is not listed either. */
    default boolean offeredOn(ConnectionFacts connection) {
        return true;
    }

    /** A new acceptor for one connection: authentication is bound to the connection (MS-WSMV 3.1.4.1). */
    Acceptor forConnection(ConnectionFacts connection);
}
