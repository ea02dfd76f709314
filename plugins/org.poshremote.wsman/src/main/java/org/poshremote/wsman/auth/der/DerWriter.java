package org.poshremote.wsman.auth.der;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Makes DER elements (X.690); each call gives a whole element. */
public final class DerWriter {
    private DerWriter() {
    }

    /** An element of this one-byte tag around the parts, in their order. */
    public static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] octets = BigInteger.valueOf(length).toByteArray();
            int skip = octets[0] == 0 ? 1 : 0;
            out.write(0x80 | octets.length - skip);
            out.write(octets, skip, octets.length - skip);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] sequence(byte[]... parts) {
        return element(DerReader.SEQUENCE, parts);
    }

    /** "[n] EXPLICIT". */
    public static byte[] context(int number, byte[] inner) {
        return element(DerReader.context(number), inner);
    }

    public static byte[] octetString(byte[] content) {
        return element(DerReader.OCTET_STRING, content);
    }

    public static byte[] integer(int value) {
        return element(DerReader.INTEGER, BigInteger.valueOf(value).toByteArray());
    }
}
