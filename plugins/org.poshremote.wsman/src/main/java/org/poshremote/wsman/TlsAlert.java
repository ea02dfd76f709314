package org.poshremote.wsman;

import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Alerts by which the other side ends TLS (RFC 5246 7.2.2, RFC 8446 6.2), out of the JDK's words for them. */
public final class TlsAlert {
    private TlsAlert() {
    }

    public static boolean aboutClientCertificate(SSLException failure) {
        return words(failure).isPresent();
    }

    /** What an alert about our certificate means; empty for any other failure. */
    public static Optional<String> words(SSLException failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage().toLowerCase(Locale.ROOT);
        if (!text.contains("received fatal alert")) {
            return Optional.empty();
        }
        return text.contains("certificate_required") ? Optional.of("the node asks for a client certificate, and none was shown")
            : text.contains("certificate_expired") ? Optional.of("the node says that the client certificate has expired")
            : text.contains("certificate_revoked") ? Optional.of("the node says that the client certificate was revoked")
            : text.contains("unknown_ca") ? Optional.of("the node does not know the authority of the client certificate")
            : text.contains("bad_certificate") || text.contains("certificate_unknown") || text.contains("unsupported_certificate")
                ? Optional.of("the node refused the client certificate, or wants one and got none (" + failure.getMessage() + ")") : Optional.empty();
    }
}
