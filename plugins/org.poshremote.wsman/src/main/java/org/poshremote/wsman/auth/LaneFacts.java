package org.poshremote.wsman.auth;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.poshremote.wsman.Endpoint;

/**
 * What a sign-in may know about the connection it is for.
 *
 * @param certificateAsked whether the node has asked for a client certificate on it so far
 */
public record LaneFacts(Endpoint endpoint, Optional<X509Certificate> serverCertificate, BooleanSupplier certificateAsked) {
    public LaneFacts(Endpoint endpoint, Optional<X509Certificate> serverCertificate) {
        this(endpoint, serverCertificate, () -> false);
    }
}
