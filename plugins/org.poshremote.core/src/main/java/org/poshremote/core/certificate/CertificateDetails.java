package org.poshremote.core.certificate;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One certificate as a person reads it.
 *
 * @param names       machines and addresses that it is for
 * @param keyUsage    what its key may do (RFC 5280 4.2.1.3), in words; empty where it does not say, which allows everything
 * @param purposes    extended key usage (RFC 5280 4.2.1.12), in words; empty where it does not say
 * @param authority   whether it may vouch for others
 * @param sha256      hexadecimal, by which it is pinned
 * @param thumbprint  SHA-1 in capitals, as Windows shows it
 */
public record CertificateDetails(String subject, String issuer, String serial, List<String> names, Instant from, Instant until, String key,
        String signature, List<String> keyUsage, List<String> purposes, boolean authority, boolean selfSigned, String sha256, String thumbprint) {
    private static final List<String> KEY_USAGES = List.of("digital signature", "non-repudiation", "key encipherment", "data encipherment",
        "key agreement", "certificate signing", "CRL signing", "encipher only", "decipher only");
    private static final Map<String, String> PURPOSES = Map.of("1.3.6.1.5.5.7.3.1", "server authentication", "1.3.6.1.5.5.7.3.2", "client authentication",
        "1.3.6.1.5.5.7.3.3", "code signing", "1.3.6.1.5.5.7.3.4", "e-mail protection", "1.3.6.1.5.5.7.3.8", "time stamping",
        "1.3.6.1.5.5.7.3.9", "OCSP signing", "2.5.29.37.0", "any", "1.3.6.1.4.1.311.20.2.2", "smart card logon", "1.3.6.1.5.2.3.5", "KDC authentication");

    public CertificateDetails {
        names = List.copyOf(names);
        keyUsage = List.copyOf(keyUsage);
        purposes = List.copyOf(purposes);
    }

    public static CertificateDetails of(X509Certificate certificate) {
        return new CertificateDetails(certificate.getSubjectX500Principal().getName(), certificate.getIssuerX500Principal().getName(),
            certificate.getSerialNumber().toString(16), Certificates.names(certificate), certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(), key(certificate.getPublicKey()), certificate.getSigAlgName(), keyUsage(certificate), purposes(certificate),
            Certificates.authority(certificate), Certificates.selfSigned(certificate), Certificates.sha256(certificate), Certificates.sha1(certificate));
    }

    private static String key(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> "RSA, " + rsa.getModulus().bitLength() + " bits";
            case ECKey ec -> "EC, " + ec.getParams().getOrder().bitLength() + " bits";
            default -> key.getAlgorithm();
        };
    }

    private static List<String> keyUsage(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        List<String> words = new ArrayList<>();
        for (int i = 0; bits != null && i < bits.length && i < KEY_USAGES.size(); i++) {
            if (bits[i]) {
                words.add(KEY_USAGES.get(i));
            }
        }
        return words;
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null ? List.of() : usages.stream().map(oid -> PURPOSES.getOrDefault(oid, oid)).toList();
        } catch (CertificateParsingException e) {
            return List.of("unreadable");
        }
    }

    /** "AB:CD:…", as browsers and openssl show it. */
    public String fingerprint() {
        return String.join(":", sha256.toUpperCase(java.util.Locale.ROOT).split("(?<=\\G..)"));
    }
}
