package org.poshremote.wsman.auth.kerberos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.auth.der.DerReader;
import org.poshremote.wsman.auth.der.DerWriter;

/** The structures of RFC 4120 5.9.1, RFC 4121 4.1 and RFC 4178 4.2.2, made here element by element. */
class KrbErrorTest {
    private static final byte[] KRB5 = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x12, 0x01, 0x02, 0x02};

    private static byte[] error(int code, String time) {
        return DerWriter.element(0x7E, DerWriter.sequence(DerWriter.context(0, DerWriter.integer(5)), DerWriter.context(1, DerWriter.integer(30)),
            DerWriter.context(4, DerWriter.element(DerReader.GENERALIZED_TIME, time.getBytes(StandardCharsets.US_ASCII))),
            DerWriter.context(5, DerWriter.integer(17)), DerWriter.context(6, DerWriter.integer(code))));
    }

    private static byte[] gss(byte[] error) {
        return DerWriter.element(0x60, DerWriter.element(DerReader.OBJECT_IDENTIFIER, KRB5), new byte[] {3, 0}, error);
    }

    private static byte[] spnego(byte[] token) {
        return DerWriter.element(0xA1, DerWriter.sequence(DerWriter.context(0, DerWriter.element(0x0A, new byte[] {2})),
            DerWriter.context(2, DerWriter.octetString(token))));
    }

    @Test
    void bareUnderGssAndUnderSpnego() {
        byte[] error = error(37, "20261124151500Z");
        KrbError expected = new KrbError(37, Optional.of(Instant.parse("2026-11-24T15:15:00Z")));
        for (byte[] token : new byte[][] {error, gss(error), spnego(gss(error)), spnego(error)}) {
            assertEquals(Optional.of(expected), KrbError.in(token));
        }
        assertEquals(Optional.of(new KrbError(41, Optional.empty())), KrbError.in(error(41, "yesterday")));
    }

    @Test
    void otherTokensAreNone() {
        byte[] reply = DerWriter.element(0x60, DerWriter.element(DerReader.OBJECT_IDENTIFIER, KRB5), new byte[] {2, 0}, error(37, "x"));
        assertEquals(Optional.empty(), KrbError.in(reply));
        assertEquals(Optional.empty(), KrbError.in(new byte[0]));
        assertEquals(Optional.empty(), KrbError.in("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void spoilt() {
        Random random = new Random(37);
        byte[] whole = spnego(gss(error(37, "20261124151500Z")));
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] spoilt = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = random.nextInt(4); i > 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            read += KrbError.in(spoilt).isPresent() ? 1 : 0;
        }
        assertTrue(read > 1000 && read < 19_000, read + " read");
    }
}
