package org.poshremote.wsman.auth;

import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;

/** The sign-in of one lane (WinRM binds it to the TCP connection). Used by one thread at a time. */
public interface Authenticator extends AutoCloseable {
    /** "Basic", "NTLM", "Kerberos", … */
    String scheme();

    /** Before the first request of the connection. */
    Step first(LaneFacts lane) throws AuthenticationException;

    /**
     * After a 401.
     *
     * @param challenges the values of its WWW-Authenticate headers
     * @throws AuthenticationException where the credentials were rejected or the scheme is not offered
     */
    Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException;

    /** With the first answer that is not a 401: it may bring a last token, by which the service proves itself. */
    void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException;

    /** Present once keys exist and the lane has to encrypt, which is the case over plain HTTP. */
    Optional<Sealing> sealing();

    /** Whether {@link #first} gives a header for every request (Basic) instead of for the connection. */
    default boolean sendsWithEachRequest() {
        return false;
    }

    /** Wipes keys. */
    @Override
    void close();
}
