package org.poshremote.demo.internal.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.internal.soap.FaultException;

class InputPipeTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void everyByteArrivesOnceAndInOrder() throws Exception {
        Random random = new Random(7);
        InputPipe pipe = new InputPipe(5000);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> reader = threads.submit(() -> pipe.readAllBytes());
            for (int i = 0; i < 200; i++) {
                byte[] bytes = new byte[random.nextInt(3000)];
                random.nextBytes(bytes);
                sent.writeBytes(bytes);
                pipe.offer(bytes, i == 199, LONG);
            }
            assertArrayEquals(sent.toByteArray(), reader.get());
        }
        assertEquals(-1, pipe.read());
    }

    @Test
    void aPieceThatFindsNoRoomInTimeIsNotTakenAtAll() throws Exception {
        InputPipe pipe = new InputPipe(4);
        pipe.offer(new byte[] { 1, 2, 3, 4, 5 }, false, LONG);
        assertEquals(2150858793L, assertThrows(FaultException.class, () -> pipe.offer(new byte[] { 6 }, true, Duration.ofMillis(1))).fault().code());
        assertEquals(5, pipe.available());
        assertArrayEquals(new byte[] { 1, 2, 3, 4, 5 }, pipe.readNBytes(5));
        pipe.offer(new byte[] { 6 }, true, LONG);
        assertArrayEquals(new byte[] { 6 }, pipe.readAllBytes());
        assertEquals(2150858843L, assertThrows(FaultException.class, () -> pipe.offer(new byte[] { 7 }, false, LONG)).fault().code());
    }

    @Test
    void anEndedCommandReadsNoMore() throws Exception {
        InputPipe pipe = new InputPipe(4);
        pipe.offer(new byte[] { 1 }, false, LONG);
        pipe.abort();
        assertThrows(InterruptedIOException.class, pipe::read);
        assertThrows(FaultException.class, () -> pipe.offer(new byte[] { 1 }, false, LONG));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            InputPipe quiet = new InputPipe(4);
            Future<Boolean> interrupted = threads.submit(() -> {
                Thread.currentThread().interrupt();
                assertThrows(InterruptedIOException.class, quiet::read);
                return Thread.interrupted();
            });
            assertTrue(interrupted.get(), "the program still sees that it was interrupted");
        }
    }
}
