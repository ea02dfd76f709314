package org.poshremote.core.diagnose.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * What a server chooses from the offer of an old client (RFC 5246 7.4.1, RFC 2246). Java refuses to speak TLS 1.0 and 1.1 and
 * RSA key exchange; here nothing is spoken: one hello is sent, the answer is read, and the connection ends.
 *
 * @param version 0x0301 for TLS 1.0 up to 0x0303 for TLS 1.2
 * @param suite   cipher suite number
 */
record ServerHello(int version, int suite) {
    /** ECDHE with ECDSA or RSA keys, then RSA key exchange, as Windows 7 has them (AES, 3DES, RC4). */
    private static final int[] OFFERED = {0xC02B, 0xC02F, 0xC00A, 0xC009, 0xC014, 0xC013, 0x009C, 0x003C, 0x003D, 0x0035, 0x002F, 0x000A, 0x0005, 0x0004};
    private static final Set<Integer> RSA = Set.of(0x009C, 0x009D, 0x003C, 0x003D, 0x0035, 0x002F, 0x000A, 0x0005, 0x0004);
    private static final int HANDSHAKE = 22;
    private static final int LONGEST_RECORD = 16_384 + 2_048;

    String protocol() {
        return switch (version) {
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            default -> "TLS 1.2";
        };
    }

    boolean rsaKeyExchange() {
        return RSA.contains(suite);
    }

    /** A ClientHello of TLS 1.2 in a record of TLS 1.0. */
    static byte[] question() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        u16(body, 0x0303);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        body.writeBytes(random);
        body.write(0); // no session
        u16(body, OFFERED.length * 2);
        for (int suite : OFFERED) {
            u16(body, suite);
        }
        body.write(1);
        body.write(0); // no compression
        ByteArrayOutputStream extensions = new ByteArrayOutputStream();
        extension(extensions, 10, 0, 6, 0, 23, 0, 24, 0, 25); // supported_groups: P-256, P-384, P-521 (RFC 8422)
        extension(extensions, 11, 1, 0); // ec_point_formats: uncompressed
        extension(extensions, 13, 0, 10, 4, 1, 4, 3, 5, 1, 2, 1, 2, 3); // signature_algorithms (RFC 5246 7.4.1.4.1)
        u16(body, extensions.size());
        body.writeBytes(extensions.toByteArray());

        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(HANDSHAKE);
        u16(record, 0x0301);
        u16(record, body.size() + 4);
        record.write(1); // client_hello
        record.write(0);
        u16(record, body.size());
        record.writeBytes(body.toByteArray());
        return record.toByteArray();
    }

    /** Empty where the answer is anything but the beginning of a ServerHello. */
    static Optional<ServerHello> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            int type = data.readUnsignedByte();
            int major = data.readUnsignedByte();
            data.readUnsignedByte();
            int length = data.readUnsignedShort();
            if (type != HANDSHAKE || major != 3 || length < 42 || length > LONGEST_RECORD || data.readUnsignedByte() != 2) {
                return Optional.empty();
            }
            data.skipNBytes(3); // length of the message
            int version = data.readUnsignedShort();
            data.skipNBytes(32); // random
            data.skipNBytes(data.readUnsignedByte()); // session id
            int suite = data.readUnsignedShort();
            return version >= 0x0300 && version <= 0x0303 ? Optional.of(new ServerHello(version, suite)) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static void extension(ByteArrayOutputStream out, int type, int... content) {
        u16(out, type);
        u16(out, content.length);
        for (int b : content) {
            out.write(b);
        }
    }

    private static void u16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
