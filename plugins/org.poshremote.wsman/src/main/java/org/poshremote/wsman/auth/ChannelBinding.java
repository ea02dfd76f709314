package org.poshremote.wsman.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ties a sign-in to the TLS connection it is made over: the binding "tls-server-end-point" (RFC 5929 section 4). */
public final class ChannelBinding {
    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HASH = Pattern.compile("^(md5|sha-?1|sha3-\\d+|sha-?\\d+(?:/\\d+)?)with.*");

    private ChannelBinding() {
    }

    /**
     * The application data of the binding: its name, a colon and the certificate's hash.
     *
     * @return empty where RFC 5929 defines none: the signature has no hash of its own (Ed25519), or one this runtime lacks
     */
    public static Optional<byte[]> tlsServerEndPoint(X509Certificate certificate) {
        Optional<String> algorithm = hashFor(certificate.getSigAlgName());
        if (algorithm.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] hash = MessageDigest.getInstance(algorithm.get()).digest(certificate.getEncoded());
            byte[] data = Arrays.copyOf(PREFIX, PREFIX.length + hash.length);
            System.arraycopy(hash, 0, data, PREFIX.length, hash.length);
            return Optional.of(data);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** The hash of the certificate's signature, but SHA-256 in place of MD5 and SHA-1 (RFC 5929 section 4.1). */
    static Optional<String> hashFor(String signatureAlgorithm) {
        String name = signatureAlgorithm.toLowerCase(Locale.ROOT);
        if (name.equals("rsassa-pss")) {
            return Optional.of("SHA-256"); // its parameters tell; every Windows authority that issues such certificates uses SHA-256
        }
        Matcher matcher = HASH.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(switch (matcher.group(1)) {
            case "md5", "sha1", "sha-1" -> "SHA-256";
            case String sha3 when sha3.startsWith("sha3-") -> sha3.toUpperCase(Locale.ROOT);
            case String other -> "SHA-" + other.replace("sha", "").replace("-", "");
        });
    }
}
