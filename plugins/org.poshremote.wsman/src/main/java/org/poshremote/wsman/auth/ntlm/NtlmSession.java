package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Seals and opens the messages of one connection with extended session security, 128-bit keys and key exchange
 * (MS-NLMP 3.4). Each direction is a stream: messages are sealed and opened in the order they are sent, and after one that
 * does not check nothing is opened any more. Used by one thread at a time.
 */
public final class NtlmSession implements AutoCloseable {
    public static final int SIGNATURE_LENGTH = 16;
    private static final int VERSION = 1;

    private final byte[] sendSigning;
    private final byte[] receiveSigning;
    private final Rc4 sendCipher;
    private final Rc4 receiveCipher;
    private int sendNumber;
    private int receiveNumber;
    private boolean broken;

    /**
     * @param sessionKey ExportedSessionKey; the caller wipes it
     * @param initiator  whether this end is the client
     */
    public NtlmSession(byte[] sessionKey, boolean initiator) {
        sendSigning = NtlmKeys.signingKey(sessionKey, initiator);
        receiveSigning = NtlmKeys.signingKey(sessionKey, !initiator);
        sendCipher = cipher(NtlmKeys.sealingKey(sessionKey, initiator));
        receiveCipher = cipher(NtlmKeys.sealingKey(sessionKey, !initiator));
    }

    private static Rc4 cipher(byte[] key) {
        Rc4 cipher = new Rc4(key);
        Arrays.fill(key, (byte) 0);
        return cipher;
    }

    /** @param signature 16 bytes; {@code data} is as long as what was sealed */
    public record Sealed(byte[] signature, byte[] data) {
    }

    public Sealed seal(byte[] message) {
        if (broken) {
            throw new IllegalStateException("The session has ended.");
        }
        byte[] data = sendCipher.next(message);
        byte[] signature = signature(sendSigning, sendCipher, sendNumber, message);
        sendNumber++;
        return new Sealed(signature, data);
    }

    /** @throws NtlmException where it is not the peer's next message */
    public byte[] open(byte[] signature, byte[] data) throws NtlmException {
        if (broken) {
            throw new NtlmException("the session has ended");
        }
        broken = true; // until it has checked
        if (signature.length != SIGNATURE_LENGTH) {
            throw new NtlmException("its signature has " + signature.length + " bytes where " + SIGNATURE_LENGTH + " are due");
        }
        ByteBuffer fields = ByteBuffer.wrap(signature).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(0) != VERSION) {
            throw new NtlmException("its signature is of an unknown version");
        }
        int number = fields.getInt(12);
        if (number != receiveNumber) {
            throw new NtlmException("it is message number " + Integer.toUnsignedString(number) + " where number " + receiveNumber
                + " is due: messages were lost, repeated or swapped");
        }
        byte[] message = receiveCipher.next(data);
        byte[] due = signature(receiveSigning, receiveCipher, receiveNumber, message);
        if (!MessageDigest.isEqual(due, signature)) {
            Arrays.fill(message, (byte) 0);
            throw new NtlmException("its signature is wrong: it was changed on its way, or sealed with other keys");
        }
        receiveNumber++;
        broken = false;
        return message;
    }

    /** NTLMSSP_MESSAGE_SIGNATURE with extended session security (2.2.2.9.2). */
    private static byte[] signature(byte[] signing, Rc4 cipher, int number, byte[] message) {
        byte[] sequence = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
        byte[] checksum = cipher.next(Arrays.copyOf(Md5.hmac(signing, sequence, message), 8));
        return ByteBuffer.allocate(SIGNATURE_LENGTH).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).put(checksum).put(sequence).array();
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        broken = true;
        Arrays.fill(sendSigning, (byte) 0);
        Arrays.fill(receiveSigning, (byte) 0);
        sendCipher.wipe();
        receiveCipher.wipe();
    }
}
