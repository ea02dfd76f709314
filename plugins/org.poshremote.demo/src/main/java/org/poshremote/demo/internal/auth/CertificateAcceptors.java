package org.poshremote.demo.internal.auth;

import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Optional;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.CertificateMapping;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.Verdict;
import org.poshremote.wsman.auth.certificate.CertificateSignIn;

/**
 * Client certificates (MS-WSMV 2.2.1). Like Windows the node does not list the profile in a 401, and asks for the certificate by a
 * second handshake once a request names it, which only TLS up to 1.2 has.
 */
public final class CertificateAcceptors implements AcceptorFactory {
    private final CertificateMapping mapping;
    private final String user;

    public CertificateAcceptors(CertificateMapping mapping, String user) {
        this.mapping = mapping;
        this.user = user;
    }

    @Override
    public String scheme() {
        return CertificateSignIn.PROFILE;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public boolean offeredOn(ConnectionFacts connection) {
        return connection.https();
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Acceptor() {
            private Optional<X509Certificate> shown = connection.clientCertificate();

            @Override
            public Verdict accept(String authorization) {
                shown = shown.or(connection.askedLater());
                if (shown.isEmpty()) {
                    return new Verdict.Rejected("no client certificate");
                }
                return mapping.objection(shown.get(), new Date()).<Verdict>map(Verdict.Rejected::new).orElseGet(() -> new Verdict.Accepted(user));
            }

            @Override
            public boolean lastsForConnection() {
                return false;
            }
        };
    }
}
