package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the parts of an NTLM message (MS-NLMP 2.2) within its bounds. */
final class MessageReader {
    static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 64 * 1024;

    private final byte[] bytes;
    private final ByteBuffer in;
    private final String name;

    /** @param least bytes of its fixed part */
    MessageReader(byte[] bytes, int type, String name, int least) throws NtlmException {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.name = name;
        if (bytes.length > MOST) {
            throw new NtlmException("the " + name + " message is larger than any can be");
        }
        if (bytes.length < 12 || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new NtlmException("the token is no NTLM message");
        }
        int found = in.getInt(8);
        if (found != type) {
            throw new NtlmException("the token is not the " + name + " message that is due, but of type " + Integer.toUnsignedString(found));
        }
        if (bytes.length < least) {
            throw new NtlmException("the " + name + " message is cut off after " + bytes.length + " bytes");
        }
    }

    int length() {
        return bytes.length;
    }

    int number(int at) {
        return in.getInt(at);
    }

    byte[] fixed(int at, int length) {
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** What a field of length, allocated length and offset points to. */
    byte[] payload(int at) throws NtlmException {
        int length = Short.toUnsignedInt(in.getShort(at));
        long offset = Integer.toUnsignedLong(in.getInt(at + 4));
        if (length == 0) {
            return new byte[0];
        }
        if (offset + length > bytes.length) {
            throw new NtlmException("the " + name + " message is cut off: it points to bytes it does not have");
        }
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    String text(int at) throws NtlmException {
        return new String(payload(at), StandardCharsets.UTF_16LE);
    }
}
