package org.poshremote.wsman.auth;

import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/** A way to sign in with credentials; makes one {@link Authenticator} for each lane. Thread-safe. */
public interface AuthenticatorFactory {
    /** "Basic", "NTLM, encrypted". */
    String displayName();

    Authenticator forLane();

    /**
     * What the lanes show to a node that asks for it in TLS. Asked before each connection; may read a file.
     *
     * @throws AuthenticationException where there should be one and cannot be had
     */
    default Optional<ClientCertificate> clientCertificate(Endpoint endpoint) throws AuthenticationException {
        return Optional.empty();
    }
}
