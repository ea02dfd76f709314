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

/**
 * A certificate (RFC 5280) for {@code localhost} and 127.0.0.1 that lives as long as the node. The JDK has no public API that makes
 * one, and the node must not start keytool.
 */
public record SelfSignedCertificate(X509Certificate certificate, PrivateKey key) {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final Duration VALID = Duration.ofDays(30);

    public static SelfSignedCertificate create() throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        byte[] algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8("localhost"))));
        Instant now = Instant.now();
        byte[] toSign = Der.sequence(Der.tagged(0xa0, Der.integer(BigInteger.TWO)), Der.integer(new BigInteger(127, random).add(BigInteger.ONE)),
                algorithm, name, Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALID))), name,
                pair.getPublic().getEncoded(), Der.tagged(0xa3, extensions()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(toSign);
        byte[] encoded = Der.sequence(toSign, algorithm, Der.bits(signature.sign()));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
        return new SelfSignedCertificate(certificate, pair.getPrivate());
    }

    private static byte[] extensions() {
        byte[] localhost = Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII));
        byte[] loopback = Der.tagged(0x87, new byte[] { 127, 0, 0, 1 });
        // not a CA: who trusts this certificate trusts this node alone
        return Der.sequence(extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.tagged(0x03, new byte[] { 7, (byte) 0x80 })), // digitalSignature
                extension(EXTENDED_KEY_USAGE, false, Der.sequence(Der.oid(SERVER_AUTH))),
                extension(SUBJECT_ALT_NAME, false, Der.sequence(localhost, loopback)));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value)) : Der.sequence(Der.oid(oid), Der.octets(value));
    }
}
