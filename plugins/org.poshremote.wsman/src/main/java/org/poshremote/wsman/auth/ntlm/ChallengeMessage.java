package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The service's answer (MS-NLMP 2.2.1.2).
 *
 * @param serverChallenge 8 random bytes
 */
public record ChallengeMessage(int flags, String targetName, byte[] serverChallenge, AvPairs targetInfo) {
    static final int TYPE = 2;
    private static final int FIXED = 56;

    public byte[] encode() {
        byte[] name = targetName.getBytes(StandardCharsets.UTF_16LE);
        byte[] info = targetInfo.encode();
        return ByteBuffer.allocate(FIXED + name.length + info.length).order(ByteOrder.LITTLE_ENDIAN)
            .put(MessageReader.SIGNATURE).putInt(TYPE)
            .putShort((short) name.length).putShort((short) name.length).putInt(FIXED)
            .putInt(flags).put(serverChallenge).putLong(0)
            .putShort((short) info.length).putShort((short) info.length).putInt(FIXED + name.length)
            .put(NegotiateMessage.VERSION).put(name).put(info).array();
    }

    /** @throws NtlmException also for one that has no description of the target, which NTLM version 2 needs */
    public static ChallengeMessage parse(byte[] bytes) throws NtlmException {
        MessageReader in = new MessageReader(bytes, TYPE, "CHALLENGE", 32);
        int flags = in.number(20);
        if ((flags & NtlmFlags.TARGET_INFO) == 0) {
            throw new NtlmException("it can only do NTLM version 1, from which the password could be computed");
        }
        if (in.length() < 48) {
            throw new NtlmException("the CHALLENGE message is cut off after " + in.length() + " bytes");
        }
        return new ChallengeMessage(flags, in.text(12), in.fixed(24, 8), AvPairs.parse(in.payload(40)));
    }
}
