package org.poshremote.demo.auth;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * @param number            the connection's number, from 1, as in the request log
 * @param https             whether TLS is spoken
 * @param serverCertificate for channel bindings (RFC 5929), present over TLS
 * @param clientCertificate what the client showed in the handshake
 * @param askedLater        asks for it in a second handshake, at once
 */
public record ConnectionFacts(int number, boolean https, Optional<X509Certificate> serverCertificate,
        Optional<X509Certificate> clientCertificate, Supplier<Optional<X509Certificate>> askedLater) {
    public ConnectionFacts(int number, boolean https, Optional<X509Certificate> serverCertificate, Optional<X509Certificate> clientCertificate) {
        this(number, https, serverCertificate, clientCertificate, () -> Optional.empty());
    }
}
