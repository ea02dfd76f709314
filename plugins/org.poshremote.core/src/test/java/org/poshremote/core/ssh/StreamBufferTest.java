package org.poshremote.core.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamBufferTest {
    @Test
    void bytesComeOutAsTheyWentIn() throws Exception {
        Random random = new Random(22);
        byte[] data = new byte[300_000];
        random.nextBytes(data);
        StreamBuffer buffer = new StreamBuffer(1000);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try (var sink = buffer.sink()) {
                Random pieces = new Random(1);
                for (int at = 0; at < data.length; ) {
                    int length = Math.min(data.length - at, pieces.nextInt(3000));
                    sink.write(data, at, length);
                    at += length;
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }, Thread::startVirtualThread);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream source = buffer.source(() -> 10_000);
        byte[] piece = new byte[777];
        for (int count = source.read(piece); count >= 0; count = source.read(piece)) {
            read.write(piece, 0, count);
        }
        writing.get();
        assertArrayEquals(data, read.toByteArray());
        assertEquals(-1, source.read());
    }

    @Test
    void aReadWaitsNoLongerThanItsTimeOut() {
        assertThrows(SocketTimeoutException.class, () -> new StreamBuffer(10).source(() -> 1).read());
    }

    @Test
    void whoGoesAwayLetsTheOtherGo() throws Exception {
        StreamBuffer full = new StreamBuffer(1);
        full.sink().write(1);
        CompletableFuture<Throwable> writer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> writer.complete(assertThrows(IOException.class, () -> full.sink().write(2))));
        full.abandon();
        assertEquals("nobody reads any more", writer.get().getMessage());
        assertThrows(IOException.class, () -> full.source(() -> 0).read());
        StreamBuffer ended = new StreamBuffer(10);
        ended.sink().write(7);
        ended.end();
        assertEquals(7, ended.source(() -> 0).read());
        assertEquals(-1, ended.source(() -> 0).read());
        assertThrows(IOException.class, () -> ended.sink().write(8));
    }
}
