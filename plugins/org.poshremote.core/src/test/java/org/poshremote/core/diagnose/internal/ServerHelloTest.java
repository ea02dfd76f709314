package org.poshremote.core.diagnose.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

class ServerHelloTest {
    private static byte[] answer(int version, int suite, int sessionLength) {
        String body = "%04x".formatted(version) + "ab".repeat(32) + "%02x".formatted(sessionLength) + "cd".repeat(sessionLength) + "%04x00".formatted(suite);
        int length = body.length() / 2;
        return HexFormat.of().parseHex("160301%04x02%06x".formatted(length + 4, length) + body);
    }

    private static Optional<ServerHello> read(byte[] bytes) throws IOException {
        return ServerHello.read(new ByteArrayInputStream(bytes));
    }

    /** RFC 5246 7.4.1.3, RFC 2246 7.4.1.3. */
    @Test
    void readsVersionAndSuite() throws IOException {
        ServerHello old = read(answer(0x0301, 0x002F, 0)).orElseThrow();
        assertEquals("TLS 1.0", old.protocol());
        assertTrue(old.rsaKeyExchange());
        ServerHello today = read(answer(0x0303, 0xC02F, 32)).orElseThrow();
        assertEquals("TLS 1.2", today.protocol());
        assertFalse(today.rsaKeyExchange());
        assertEquals("TLS 1.1", read(answer(0x0302, 0xC014, 8)).orElseThrow().protocol());
        assertEquals("SSL 3.0", read(answer(0x0300, 0x000A, 8)).orElseThrow().protocol());
    }

    @Test
    void alertsAndOtherProtocolsAreNoHello() throws IOException {
        assertEquals(Optional.empty(), read(new byte[] {21, 3, 3, 0, 2, 2, 40}));
        assertEquals(Optional.empty(), read("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()));
        assertEquals(Optional.empty(), read("SSH-2.0-x\r\n".getBytes()));
        assertEquals(Optional.empty(), read(new byte[0]));
        assertEquals(Optional.empty(), read(answer(0x0304, 0x1301, 0)));
    }

    @Test
    void takesAnyBytes() throws IOException {
        Random random = new Random(11);
        byte[] good = answer(0x0303, 0xC02F, 32);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            read(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))).ifPresent(hello -> assertFalse(hello.protocol().isEmpty()));
        }
    }

    /** Our question is a ClientHello that the JDK's own server understands. */
    @Test
    void theQuestionIsOne() throws java.security.NoSuchAlgorithmException, javax.net.ssl.SSLException {
        SSLEngine server = SSLContext.getDefault().createSSLEngine();
        server.setUseClientMode(false);
        server.beginHandshake();
        byte[] question = ServerHello.question();
        assertEquals(question.length, ((question[3] & 0xFF) << 8 | question[4] & 0xFF) + 5, "length of the record");
        var result = server.unwrap(java.nio.ByteBuffer.wrap(question), java.nio.ByteBuffer.allocate(20_000));
        assertEquals(javax.net.ssl.SSLEngineResult.HandshakeStatus.NEED_TASK, result.getHandshakeStatus());
    }
}
