package org.poshremote.wsman.soap;

import java.util.Arrays;
import java.util.Base64;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;

/** Base64 characters as bytes, white space left out, so that the JDK decodes them in one go. */
final class Base64Text {
    private byte[] bytes = new byte[256];
    private int length;

    void take(char[] chars, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
        for (int i = offset; i < offset + count; i++) {
            char c = chars[i];
            if (c > ' ') {
                bytes[length++] = c < 0x80 ? (byte) c : (byte) '?'; // which the decoder refuses
            }
        }
    }

    byte[] decode() throws NotSoapException {
        try {
            return Base64.getDecoder().decode(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException e) {
            throw new NotSoapException("holds output that is not Base64", e);
        }
    }
}
