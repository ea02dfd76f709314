package org.poshremote.wsman.auth.der;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads DER (X.690) from bytes of others, element by element. Lengths are definite and fit into what is there; tags are one
 * byte, which is all that Kerberos, SPNEGO and CredSSP use.
 */
public final class DerReader {
    public static final int INTEGER = 0x02;
    public static final int OCTET_STRING = 0x04;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private final int end;
    private int at;

    public DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
    }

    /** A constructed tag of the context class, "[n]" in ASN.1. */
    public static int context(int number) {
        return 0xA0 | number;
    }

    public boolean hasMore() {
        return at < end;
    }

    /** The next element's tag, or -1 at the end. */
    public int peek() {
        return hasMore() ? bytes[at] & 0xFF : -1;
    }

    /** Steps into the next element, which has to have this tag. */
    public DerReader enter(int tag) throws IOException {
        if (peek() != tag) {
            throw new IOException(String.format("DER: tag %02x expected, not %02x", tag, peek() & 0xFFF));
        }
        return next();
    }

    /** Steps into the next element, whatever it is; this reader goes on behind it. */
    public DerReader next() throws IOException {
        if (at >= end) {
            throw new IOException("DER: it ends too early");
        }
        if ((bytes[at] & 0x1F) == 0x1F) {
            throw new IOException("DER: a tag of several bytes");
        }
        at++;
        int length = length();
        if (length > end - at) {
            throw new IOException("DER: an element is longer than what holds it");
        }
        DerReader inner = new DerReader(bytes, at, at + length);
        at += length;
        return inner;
    }

    private int length() throws IOException {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count == 0 || count > 4) {
            throw new IOException("DER: a length of " + count + " bytes");
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | octet();
        }
        if (length > Integer.MAX_VALUE) {
            throw new IOException("DER: an element is longer than what holds it");
        }
        return (int) length;
    }

    private int octet() throws IOException {
        if (at >= end) {
            throw new IOException("DER: it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    /** What is left in this element, as a copy. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** The next element, an OCTET STRING. */
    public byte[] octetString() throws IOException {
        return enter(OCTET_STRING).rest();
    }

    /** The next element, an INTEGER of at most four bytes. */
    public int integer() throws IOException {
        byte[] content = enter(INTEGER).rest();
        if (content.length == 0 || content.length > 5) {
            throw new IOException("DER: a number of " + content.length + " bytes");
        }
        return new BigInteger(content).intValue();
    }
}
