package org.poshremote.wsman.auth.credssp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import org.poshremote.wsman.auth.der.DerReader;

/**
 * What each end seals to prove that it sees the same TLS key as the other (MS-CSSP 3.1.5): a hash over a nonce and the key
 * since version 5, the key itself (and from the node the key plus one) before that.
 *
 * @param version what both ends speak
 * @param key     SubjectPublicKey of the node's TLS certificate
 * @param nonce   the client's
 */
public record KeyProof(int version, byte[] key, byte[] nonce) {
    public static final int LEAST_VERSION = 2;
    public static final int MOST_VERSION = 6;
    private static final int HASHED_SINCE = 5;
    private static final int BIT_STRING = 0x03;

    /** The content of the bit string in SubjectPublicKeyInfo (RFC 5280 4.1.2.7). */
    public static byte[] subjectPublicKey(PublicKey key) throws IOException {
        DerReader info = new DerReader(key.getEncoded()).enter(DerReader.SEQUENCE);
        info.enter(DerReader.SEQUENCE);
        byte[] bits = info.enter(BIT_STRING).rest();
        if (bits.length < 2 || bits[0] != 0) {
            throw new IOException("a public key of odd length");
        }
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    /** Whether the nonce is part of it. */
    public boolean hashed() {
        return version >= HASHED_SINCE;
    }

    public byte[] ofClient() {
        return hashed() ? hash("CredSSP Client-To-Server Binding Hash\0") : key.clone();
    }

    public byte[] ofNode() {
        if (hashed()) {
            return hash("CredSSP Server-To-Client Binding Hash\0");
        }
        byte[] next = key.clone();
        next[0]++; // 3.1.5: "incremented by 1" means the first byte
        return next;
    }

    private byte[] hash(String purpose) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(purpose.getBytes(StandardCharsets.US_ASCII));
            sha256.update(nonce);
            return sha256.digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
