package org.poshremote.wsman.auth;

import java.util.Optional;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/** A way to sign in with credentials; makes one {@link Authenticator} for each lane. Thread-safe. */
public interface AuthenticatorFactory {
    /** "Basic", "NTLM, encrypted". */
    String displayName();

    Authenticator forLane();

    /** What the lanes show to a node that asks for it in TLS. */
    default Optional<ClientCertificate> clientCertificate() {
        return Optional.empty();
    }
}
