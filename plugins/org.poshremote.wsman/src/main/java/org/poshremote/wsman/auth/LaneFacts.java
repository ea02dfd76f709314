package org.poshremote.wsman.auth;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.poshremote.wsman.Endpoint;

/** What a sign-in may know about the connection it is for. */
public record LaneFacts(Endpoint endpoint, Optional<X509Certificate> serverCertificate) {
}
