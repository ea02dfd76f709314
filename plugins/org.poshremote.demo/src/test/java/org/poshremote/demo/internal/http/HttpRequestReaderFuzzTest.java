package org.poshremote.demo.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HttpRequestReaderFuzzTest {
    private static final HttpLimits LIMITS = new HttpLimits(4096, 100_000);

    /** Gives back as few bytes at a time as the seed says, as a network may. */
    private static InputStream trickle(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
            }
        };
    }

    private static HttpRequestReader reader(byte[] bytes, Random random) {
        return new HttpRequestReader(trickle(bytes, random), OutputStream.nullOutputStream(), LIMITS);
    }

    @Test
    void anyBodyInAnyFramingArrivesWhole() throws IOException, BadRequestException {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            List<byte[]> bodies = new ArrayList<>();
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            for (int i = 0; i < 3; i++) {
                byte[] body = new byte[random.nextInt(round % 20 == 0 ? 50_000 : 300)];
                random.nextBytes(body);
                bodies.add(body);
                write(wire, body, random);
            }
            HttpRequestReader reader = reader(wire.toByteArray(), random);
            long bytes = 0;
            for (byte[] body : bodies) {
                HttpRequest request = reader.read().orElseThrow();
                assertArrayEquals(body, request.body());
                assertEquals(Optional.of("v:1"), request.header("x-test"));
                bytes += request.bytes();
            }
            assertEquals(wire.size(), bytes);
            assertEquals(Optional.empty(), reader.read());
        }
    }

    private static void write(ByteArrayOutputStream wire, byte[] body, Random random) {
        String head = "POST /wsman?x HTTP/1.1\r\nX-TEST:  v:1 \r\n";
        if (random.nextBoolean()) {
            wire.writeBytes((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            wire.writeBytes(body);
            return;
        }
        wire.writeBytes((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        for (int from = 0; from < body.length;) {
            int size = Math.min(body.length - from, 1 + random.nextInt(500));
            wire.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            wire.write(body, from, size);
            wire.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            from += size;
        }
        wire.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void brokenRequestsEndInAnOrderlyWay() {
        Random random = new Random(2);
        int refused = 0;
        for (int round = 0; round < 5000; round++) {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            write(wire, new byte[random.nextInt(60)], random);
            byte[] bytes = wire.toByteArray();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            HttpRequestReader reader = reader(bytes, random);
            try {
                for (Optional<HttpRequest> r = reader.read(); r.isPresent(); r = reader.read()) {
                    assertTrue(r.get().bytes() <= bytes.length);
                }
            } catch (BadRequestException e) {
                assertTrue(e.status() >= 400 && e.status() < 500);
                refused++;
            } catch (IOException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }
}
