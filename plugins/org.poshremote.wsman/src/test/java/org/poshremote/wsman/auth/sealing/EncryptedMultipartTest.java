package org.poshremote.wsman.auth.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

class EncryptedMultipartTest {
    private static final String SOAP = "application/soap+xml;charset=UTF-8";

    private static Piece piece(Random random, int header, int data) {
        Piece piece = new Piece(data, new byte[header], new byte[data]);
        random.nextBytes(piece.header());
        random.nextBytes(piece.data());
        return piece;
    }

    /** The layout of MS-WSMV 2.2.9.1.1.2.2, byte for byte. */
    @Test
    void layout() {
        SealedBody body = EncryptedMultipart.write(Protocol.SPNEGO, SOAP, List.of(new Piece(3, new byte[] {'h', 'd'}, new byte[] {'x', 'y', 'z'})));
        assertEquals("multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";boundary=\"Encrypted Boundary\"", body.contentType());
        assertEquals("--Encrypted Boundary\r\n"
            + "\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
            + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=3\r\n"
            + "--Encrypted Boundary\r\n"
            + "\tContent-Type: application/octet-stream\r\n"
            + "\2\0\0\0hdxyz--Encrypted Boundary--\r\n", new String(body.bytes(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsWhatItWrites() throws SealingException {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            Protocol protocol = Protocol.values()[round % 3];
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i <= round % 4; i++) {
                pieces.add(piece(random, random.nextInt(80), random.nextInt(3000)));
            }
            SealedBody body = EncryptedMultipart.write(protocol, SOAP, pieces);
            assertEquals(pieces.size() > 1, body.contentType().startsWith("multipart/x-multi-encrypted;"));
            List<Piece> back = EncryptedMultipart.read(protocol, body.contentType(), body.bytes());
            assertEquals(pieces.size(), back.size());
            for (int i = 0; i < pieces.size(); i++) {
                assertEquals(pieces.get(i).plainLength(), back.get(i).plainLength());
                assertArrayEquals(pieces.get(i).header(), back.get(i).header());
                assertArrayEquals(pieces.get(i).data(), back.get(i).data());
                assertArrayEquals(pieces.get(i).joined(), back.get(i).joined());
            }
        }
    }

    /** Exchange writes a blank between dashes and name; others write no tab before the part headers. */
    @Test
    void variantsOfOthers() throws SealingException {
        SealedBody body = EncryptedMultipart.write(Protocol.KERBEROS, SOAP, List.of(new Piece(1, new byte[] {7}, new byte[] {8})));
        String text = new String(body.bytes(), StandardCharsets.ISO_8859_1);
        for (String variant : List.of(text.replace("--Encrypted", "-- Encrypted"), text.replace("\t", ""))) {
            List<Piece> pieces = EncryptedMultipart.read(Protocol.KERBEROS, body.contentType(), variant.getBytes(StandardCharsets.ISO_8859_1));
            assertArrayEquals(new byte[] {7, 8}, pieces.get(0).joined());
        }
    }

    @Test
    void readableAndForeignAnswersAreRefused() {
        SealedBody body = EncryptedMultipart.write(Protocol.SPNEGO, SOAP, List.of(new Piece(0, new byte[0], new byte[0])));
        String plain = assertThrows(SealingException.class, () -> EncryptedMultipart.read(Protocol.SPNEGO, SOAP, "<s/>".getBytes())).getMessage();
        assertTrue(plain.contains("not sealed"), plain);
        String other = assertThrows(SealingException.class, () -> EncryptedMultipart.read(Protocol.CREDSSP, body.contentType(), body.bytes())).getMessage();
        assertTrue(other.contains("another scheme"), other);
    }

    /** Whatever comes: pieces of what was there, or a SealingException. */
    @Test
    void spoiltBodies() {
        Random random = new Random(20);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            SealedBody body = EncryptedMultipart.write(Protocol.SPNEGO, SOAP, List.of(piece(random, 16, 40), piece(random, 16, 9)));
            byte[] spoilt = body.bytes().clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            spoilt = random.nextBoolean() ? spoilt : Arrays.copyOf(spoilt, random.nextInt(spoilt.length));
            try {
                int total = EncryptedMultipart.read(Protocol.SPNEGO, body.contentType(), spoilt).stream().mapToInt(p -> p.joined().length).sum();
                assertTrue(total <= spoilt.length);
            } catch (SealingException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, "only " + refused + " refused");
    }
}
