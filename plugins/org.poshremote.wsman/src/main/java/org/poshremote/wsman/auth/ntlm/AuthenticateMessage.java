package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last message, which proves that the client knows the password (MS-NLMP 2.2.1.3).
 *
 * @param lmResponse          24 bytes; zero where the challenge has a timestamp (3.1.5.1.2)
 * @param ntResponse          proof and what it is about (2.2.2.8)
 * @param encryptedSessionKey 16 bytes
 */
public record AuthenticateMessage(int flags, byte[] lmResponse, byte[] ntResponse, String domain, String user,
        String workstation, byte[] encryptedSessionKey) {
    static final int TYPE = 3;
    private static final int FIXED = 72;
    static final int MIC_AT = FIXED;
    static final int MIC_LENGTH = 16;

    /** @param withMic whether room is left for the integrity code, which the caller fills */
    public byte[] encode(boolean withMic) {
        byte[][] payloads = { domain.getBytes(StandardCharsets.UTF_16LE), user.getBytes(StandardCharsets.UTF_16LE),
            workstation.getBytes(StandardCharsets.UTF_16LE), lmResponse, ntResponse, encryptedSessionKey };
        int begin = FIXED + (withMic ? MIC_LENGTH : 0);
        int[] at = new int[payloads.length];
        int end = begin;
        for (int i = 0; i < payloads.length; i++) {
            at[i] = end;
            end += payloads[i].length;
        }
        ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MessageReader.SIGNATURE).putInt(TYPE);
        for (int i : new int[] { 3, 4, 0, 1, 2, 5 }) { // the fields have another order than what they point to
            out.putShort((short) payloads[i].length).putShort((short) payloads[i].length).putInt(at[i]);
        }
        out.putInt(flags).put(NegotiateMessage.VERSION).position(begin);
        for (byte[] payload : payloads) {
            out.put(payload);
        }
        return out.array();
    }

    public static AuthenticateMessage parse(byte[] bytes) throws NtlmException {
        MessageReader in = new MessageReader(bytes, TYPE, "AUTHENTICATE", 64);
        return new AuthenticateMessage(in.number(60), in.payload(12), in.payload(20), in.text(28), in.text(36), in.text(44), in.payload(52));
    }

    /**
     * The integrity code of an encoded message, and the message with zeros in its place, over which it was computed.
     *
     * @throws NtlmException where the message has no room for one
     */
    public static Mic mic(byte[] encoded) throws NtlmException {
        if (encoded.length < MIC_AT + MIC_LENGTH) {
            throw new NtlmException("the AUTHENTICATE message has no integrity code");
        }
        byte[] without = encoded.clone();
        Arrays.fill(without, MIC_AT, MIC_AT + MIC_LENGTH, (byte) 0);
        return new Mic(Arrays.copyOfRange(encoded, MIC_AT, MIC_AT + MIC_LENGTH), without);
    }

    /** @param messageWithout with zeros in place of the code */
    public record Mic(byte[] code, byte[] messageWithout) {
    }
}
