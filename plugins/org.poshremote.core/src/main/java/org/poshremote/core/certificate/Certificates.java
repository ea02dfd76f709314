package org.poshremote.core.certificate;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Reads what of a certificate decides. */
public final class Certificates {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private Certificates() {
    }

    public static String sha256(X509Certificate certificate) {
        return digest("SHA-256", certificate);
    }

    /** What Windows calls the thumbprint. */
    public static String sha1(X509Certificate certificate) {
        return digest("SHA-1", certificate).toUpperCase(Locale.ROOT);
    }

    private static String digest(String algorithm, X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has them, and what was parsed can be encoded
        }
    }

    public static boolean selfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The names for which the certificate is valid: its alternative names, or else its common name (RFC 9110 4.3.4, RFC 6125). */
    public static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                List<String> names = alternatives.stream().filter(name -> name.get(0) instanceof Integer type && (type == DNS || type == ADDRESS))
                    .map(name -> String.valueOf(name.get(1))).toList();
                if (!names.isEmpty()) {
                    return names;
                }
            }
        } catch (CertificateParsingException e) {
            // then it has none that anybody could read
        }
        return commonName(certificate);
    }

    private static List<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase("CN")).map(rdn -> String.valueOf(rdn.getValue())).toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }

    public static boolean nameFits(X509Certificate certificate, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return names(certificate).stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> fits(name, wanted));
    }

    private static boolean fits(String name, String wanted) {
        if (name.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(name.substring(1));
        }
        return name.equals(wanted);
    }

    /** Without the extension a certificate is good for everything (RFC 5280 4.2.1.12). */
    public static boolean forServers(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(SERVER_AUTHENTICATION) || usages.contains(ANY_USAGE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** digitalSignature, which every key exchange that Java takes needs (RFC 5280 4.2.1.3). */
    public static boolean signs(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0];
    }

    public static boolean authority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    public static boolean weak(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean shortKey = certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < 2048;
        return shortKey || algorithm.startsWith("MD5") || algorithm.startsWith("SHA1");
    }
}
