package org.poshremote.wsman.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.TlsAlert;

/** Why TLS did not come about, in words: what was wrong with a certificate, ours or the node's. */
final class TlsTrouble {
    private TlsTrouble() {
    }

    static String words(Endpoint endpoint, SSLException e) {
        Optional<String> certificate = nodesCertificate(endpoint, e);
        if (certificate.isPresent()) {
            return "The certificate of " + endpoint + " is not trusted: " + certificate.get() + ".";
        }
        String text = text(deepest(e));
        Optional<String> alert = TlsAlert.words(e);
        if (alert.isPresent()) {
            return "TLS with " + endpoint + " failed: " + alert.get() + ".";
        }
        String hint = text(e).contains("Unsupported or unrecognized SSL message")
            ? " The port answers in plain text: it is likely the HTTP port (5985)." : "";
        return "TLS with " + endpoint + " failed: " + text + "." + hint;
    }

    /** The same for a judgement alone. */
    static String untrusted(Endpoint endpoint, Exception why) {
        return nodesCertificate(endpoint, why).map(words -> "The certificate of " + endpoint + " is not trusted: " + words + ".")
            .orElseGet(() -> "The certificate of " + endpoint + " is not trusted: " + text(deepest(why)));
    }

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    /** By the types of the JDK's exceptions where it has them, by its words where it has not. */
    private static Optional<String> nodesCertificate(Endpoint endpoint, Throwable e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            String text = text(cause);
            Optional<String> found = Optional.ofNullable(switch (cause) {
                case CertificateExpiredException expired -> "it, or one of its authorities, has expired (" + text + ")";
                case CertificateNotYetValidException early -> "it, or one of its authorities, is not valid yet (" + text + "); look at the clocks too";
                case CertificateRevokedException revoked -> "its authority has revoked it";
                case CertPathValidatorException path when path.getReason() == BasicReason.ALGORITHM_CONSTRAINED ->
                    "it is signed by a method, or has a key, that is too weak for today (" + text + ")";
                case CertPathBuilderException path when path.getCause() == null -> "no authority that is trusted here vouches for it";
                default -> byWords(endpoint, text);
            });
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String byWords(Endpoint endpoint, String text) {
        if (text.startsWith("No subject alternative") || text.startsWith("No name matching")) {
            return "it is made for another name than " + endpoint.host();
        }
        if (text.contains("Extended key usage does not permit") || text.contains("KeyUsage does not allow")) {
            return "it is not meant for servers";
        }
        if (text.startsWith(PinnedTrust.OTHER)) {
            return "it is not the pinned one; its SHA-256 is " + text.substring(PinnedTrust.OTHER.length());
        }
        return text.contains("unable to find valid certification path") || text.contains("No trusted certificate found")
            ? "no authority that is trusted here vouches for it" : null;
    }

    private static String text(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
