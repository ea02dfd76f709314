package org.poshremote.demo.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.poshremote.demo.NodeFlaws.CertificateFlaw;

/**
 * A certificate (RFC 5280) for {@code localhost} and 127.0.0.1 that lives as long as the node, or one with a flaw on purpose.
 * The JDK has no public API that makes one, and the node must not start keytool.
 *
 * @param issuers sent along, the nearest first; empty as a rule
 */
public record SelfSignedCertificate(X509Certificate certificate, PrivateKey key, List<X509Certificate> issuers) {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final Duration VALID = Duration.ofDays(30);
    private static final byte[] DIGITAL_SIGNATURE = {7, (byte) 0x80};
    private static final byte[] KEY_AGREEMENT = {3, 0x08};

    public SelfSignedCertificate {
        issuers = List.copyOf(issuers);
    }

    public static SelfSignedCertificate create() throws GeneralSecurityException {
        return create(CertificateFlaw.NONE);
    }

    public static SelfSignedCertificate create(CertificateFlaw flaw) throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        KeyPair pair = flaw == CertificateFlaw.WEAK ? rsa(1024, random) : ec(random);
        if (flaw == CertificateFlaw.UNKNOWN_AUTHORITY || flaw == CertificateFlaw.ISSUER_NO_AUTHORITY) {
            KeyPair issuer = ec(random);
            X509Certificate authority = signed("Demo Company CA", "Demo Company CA", issuer, issuer.getPrivate(), CertificateFlaw.ISSUER_NO_AUTHORITY, random);
            X509Certificate leaf = signed("localhost", "Demo Company CA", pair, issuer.getPrivate(), CertificateFlaw.NONE, random);
            return new SelfSignedCertificate(leaf, pair.getPrivate(), flaw == CertificateFlaw.ISSUER_NO_AUTHORITY ? List.of(authority) : List.of());
        }
        return new SelfSignedCertificate(signed("localhost", "localhost", pair, pair.getPrivate(), flaw, random), pair.getPrivate(), List.of());
    }

    /** As it is sent. */
    X509Certificate[] chain() {
        return Stream.concat(Stream.of(certificate), issuers.stream()).toArray(X509Certificate[]::new);
    }

    private static KeyPair ec(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static KeyPair rsa(int bits, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, random);
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(String subject, String issuer, KeyPair pair, PrivateKey signer, CertificateFlaw flaw, SecureRandom random)
            throws GeneralSecurityException {
        boolean rsa = signer.getAlgorithm().equals("RSA");
        byte[] algorithm = rsa ? Der.sequence(Der.oid(RSA_SHA256), Der.tagged(0x05)) : Der.sequence(Der.oid(ECDSA_SHA256));
        Instant now = Instant.now();
        Instant begin = switch (flaw) {
            case EXPIRED -> now.minus(Duration.ofDays(90));
            case NOT_YET -> now.plus(Duration.ofDays(3));
            default -> now.minus(Duration.ofDays(1));
        };
        byte[] toSign = Der.sequence(Der.tagged(0xa0, Der.integer(BigInteger.TWO)), Der.integer(new BigInteger(127, random).add(BigInteger.ONE)),
                algorithm, name(issuer), Der.sequence(Der.time(begin), Der.time(begin.plus(VALID))), name(subject),
                pair.getPublic().getEncoded(), Der.tagged(0xa3, extensions(flaw)));
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(signer, random);
        signature.update(toSign);
        byte[] encoded = Der.sequence(toSign, algorithm, Der.bits(signature.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(commonName))));
    }

    private static byte[] extensions(CertificateFlaw flaw) {
        byte[] names = flaw == CertificateFlaw.OTHER_NAME
            ? Der.tagged(0x82, "old-name.example".getBytes(StandardCharsets.US_ASCII))
            : Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII));
        byte[] loopback = flaw == CertificateFlaw.OTHER_NAME ? new byte[0] : Der.tagged(0x87, new byte[] { 127, 0, 0, 1 });
        // not a CA: who trusts this certificate trusts this node alone
        return Der.sequence(extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.tagged(0x03, flaw == CertificateFlaw.NO_SIGNING ? KEY_AGREEMENT : DIGITAL_SIGNATURE)),
                extension(EXTENDED_KEY_USAGE, false, Der.sequence(Der.oid(flaw == CertificateFlaw.CLIENTS_ONLY ? CLIENT_AUTH : SERVER_AUTH))),
                extension(SUBJECT_ALT_NAME, false, Der.sequence(names, loopback)));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value)) : Der.sequence(Der.oid(oid), Der.octets(value));
    }
}
