package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.http.HttpReader.MalformedReplyException;

/** RFC 9112, and what is done to those who break it. */
@Timeout(20)
class HttpReaderTest {
    private static final HttpLimits SMALL = new HttpLimits(4096, 20_000);
    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

    /** @param most bytes that one read gives */
    static HttpReader reader(byte[] bytes, int most) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return new HttpReader((buffer, offset, length, deadline) -> in.read(buffer, offset, Math.min(most, length)), SMALL);
    }

    private static HttpReader reader(String text) {
        return reader(text.getBytes(StandardCharsets.ISO_8859_1), Integer.MAX_VALUE);
    }

    private static String body(HttpReply reply) {
        return new String(reply.body(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void bodiesOfKnownLengthFollowEachOther() throws IOException {
        HttpReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 500 \r\ncontent-length:0\r\n\r\n");
        HttpReply first = reader.read(SOON);
        assertEquals("abc", body(first));
        assertFalse(reader.reusable(), "an answer came that nobody asked for");
        assertEquals(500, reader.read(SOON).status());
        assertTrue(reader.reusable());
    }

    /** RFC 9112 7.1: sizes in hexadecimal, extensions, trailers. */
    @Test
    void chunksAreJoinedHoweverTheyArrive() throws IOException {
        byte[] bytes = ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4;x=\"y\"\r\nabcd\r\n0A\r\n0123456789\r\n1 \r\n!\r\n0\r\nTrailer: t\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int most = 1; most < bytes.length; most++) {
            HttpReader reader = reader(bytes, most);
            assertEquals("abcd0123456789!", body(reader.read(SOON)));
            assertTrue(reader.reusable());
        }
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        assertEquals("x", body(reader("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx").read(SOON)));
    }

    @Test
    void withoutALengthTheBodyGoesToTheEndAndTheConnectionIsNotUsedAgain() throws IOException {
        HttpReader reader = reader("HTTP/1.1 200 OK\r\n\r\nall of it");
        assertEquals("all of it", body(reader.read(SOON)));
        assertFalse(reader.reusable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"})
    void whoSaysGoodbyeIsNotAskedAgain(String answer) throws IOException {
        HttpReader reader = reader(answer);
        reader.read(SOON);
        assertFalse(reader.reusable());
    }

    @Test
    void anOldServerMayKeepTheConnection() throws IOException {
        HttpReader reader = reader("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n");
        reader.read(SOON);
        assertTrue(reader.reusable());
    }

    @Test
    void headersOfOneNameAreAllThere() throws IOException {
        HttpReply reply = reader("HTTP/1.1 401 \nWWW-Authenticate: Negotiate\r\nwww-authenticate:  Basic realm=\"x\"  \nContent-Length: 0\n\n").read(SOON);
        assertEquals(List.of("Negotiate", "Basic realm=\"x\""), reply.headers("WWW-Authenticate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n", "\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "HTTP/1.1 99 x\r\n\r\n", "HTTP/1.1 2000\r\n\r\n",
        "HTTP/1.1 101 Switching\r\n\r\n", "HTTP/1.1 200 OK\r\n folded\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"})
    void whatIsNotHttpIsSaidToBe(String answer) {
        assertFalse(assertThrows(MalformedReplyException.class, () -> reader(answer).read(SOON)).tooLarge);
    }

    @Test
    void limitsHold() {
        for (String answer : List.of("HTTP/1.1 200 " + "x".repeat(5000), "HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(1000),
                "HTTP/1.1 200 OK\r\nContent-Length: 20001\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(20_001),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + ("3E8\r\n" + "x".repeat(1000) + "\r\n").repeat(21) + "0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n")) {
            assertTrue(assertThrows(MalformedReplyException.class, () -> reader(answer).read(SOON)).tooLarge, answer.substring(0, 30));
        }
    }

    @Test
    void anAnswerCutAnywhereIsNeverTakenForAWholeOne() {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n";
        for (int length = 0; length < answer.length(); length++) {
            HttpReader reader = reader(answer.substring(0, length));
            assertThrows(EOFException.class, () -> reader.read(SOON));
            assertFalse(reader.reusable());
        }
    }

    @Test
    void brokenAnswersEndInAnAnswerOrAnIoException() throws IOException {
        byte[][] seeds = {
            "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\nA;e\r\n0123456789\r\n0\r\nT: t\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1),
            "HTTP/1.1 100 C\r\n\r\nHTTP/1.0 401 No\r\nWWW-Authenticate: a, b\r\nContent-Length: 5\r\nConnection: close\r\n\r\nabcde".getBytes(StandardCharsets.ISO_8859_1)};
        Random random = new Random(20240607);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = org.poshremote.wsman.testing.Mutations.of(seeds[i % seeds.length], random);
            try {
                HttpReply reply = reader(bytes, 1 + random.nextInt(40)).read(SOON);
                assertTrue(reply.status() >= 200 && reply.status() < 600 && reply.body().length <= SMALL.bodyBytes());
                read++;
            } catch (IOException e) {
                refused++;
            }
        }
        assertTrue(read > 1000 && refused > 1000, read + " read, " + refused + " refused");
    }
}
