package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.poshremote.wsman.Secret;

/** The computations of NTLM version 2 (MS-NLMP 3.3.2 and 3.4.5), which both ends do. What is returned is the caller's to wipe. */
public final class NtlmKeys {
    private static final byte[] CLIENT_SIGNING = magic("session key to client-to-server signing key magic constant");
    private static final byte[] SERVER_SIGNING = magic("session key to server-to-client signing key magic constant");
    private static final byte[] CLIENT_SEALING = magic("session key to client-to-server sealing key magic constant");
    private static final byte[] SERVER_SEALING = magic("session key to server-to-client sealing key magic constant");

    private NtlmKeys() {
    }

    private static byte[] magic(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }

    /** NTOWFv2: what the password and the account come to. It is as good as the password. */
    public static byte[] ntowf(Secret password, String user, String domain) {
        byte[] hash = password.useUtf16le(Md4::hash);
        try {
            return Md5.hmac(hash, (upper(user) + domain).getBytes(StandardCharsets.UTF_16LE));
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    /** Letter by letter, as Windows does: no letter becomes two. */
    private static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        text.codePoints().map(Character::toUpperCase).forEach(upper::appendCodePoint);
        return upper.toString();
    }

    /** What is proved to be known: NTLMv2_CLIENT_CHALLENGE (2.2.2.7). */
    static byte[] clientPart(long fileTime, byte[] clientChallenge, byte[] targetInfo) {
        return ByteBuffer.allocate(32 + targetInfo.length).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).put((byte) 1)
            .position(8).putLong(fileTime).put(clientChallenge).putInt(0).put(targetInfo).array();
    }

    /** NTProofStr, and for the LM response the same over the client's challenge alone. */
    public static byte[] proof(byte[] ntowf, byte[] serverChallenge, byte[] clientPart) {
        return Md5.hmac(ntowf, serverChallenge, clientPart);
    }

    public static byte[] sessionBaseKey(byte[] ntowf, byte[] proof) {
        return Md5.hmac(ntowf, proof);
    }

    /** Encrypts and decrypts the session's key with the one that both know (KEY_EXCHANGE). */
    public static byte[] exchanged(byte[] sessionBaseKey, byte[] key) {
        Rc4 cipher = new Rc4(sessionBaseKey);
        try {
            return cipher.next(key);
        } finally {
            cipher.wipe();
        }
    }

    /** The integrity code over all three messages (3.1.5.1.2). */
    public static byte[] mic(byte[] sessionKey, byte[] negotiate, byte[] challenge, byte[] authenticateWithout) {
        return Md5.hmac(sessionKey, negotiate, challenge, authenticateWithout);
    }

    /** What the target's description says of the TLS connection: MD5 of gss_channel_bindings_struct (2.2.2.1). */
    public static byte[] channelBindingHash(byte[] applicationData) {
        byte[] header = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).position(16).putInt(applicationData.length).array();
        return Md5.hash(header, applicationData);
    }

    static byte[] signingKey(byte[] sessionKey, boolean client) {
        return Md5.hash(sessionKey, client ? CLIENT_SIGNING : SERVER_SIGNING);
    }

    static byte[] sealingKey(byte[] sessionKey, boolean client) {
        return Md5.hash(sessionKey, client ? CLIENT_SEALING : SERVER_SEALING);
    }
}
