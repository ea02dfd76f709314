package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first message, which says what the client can do (MS-NLMP 2.2.1.1). It names neither account nor machine. */
public record NegotiateMessage(int flags) {
    static final int TYPE = 1;
    /** Structure of Windows' VERSION (2.2.2.10), for debugging only: 10.0, revision 15. */
    static final byte[] VERSION = { 10, 0, 0, 0, 0, 0, 0, 15 };

    public byte[] encode() {
        return ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).put(MessageReader.SIGNATURE).putInt(TYPE).putInt(flags)
            .position(32).put(VERSION).array();
    }

    public static NegotiateMessage parse(byte[] bytes) throws NtlmException {
        return new NegotiateMessage(new MessageReader(bytes, TYPE, "NEGOTIATE", 16).number(12));
    }
}
