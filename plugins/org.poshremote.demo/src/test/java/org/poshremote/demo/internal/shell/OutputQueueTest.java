package org.poshremote.demo.internal.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.internal.soap.FaultException;

class OutputQueueTest {
    private static final Set<String> BOTH = Set.of("stdout", "stderr");
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void everyByteArrivesOnceAndInOrderHoweverItIsWrittenAndFetched() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            OutputQueue queue = new OutputQueue(1 + random.nextInt(100_000));
            Map<String, ByteArrayOutputStream> written = Map.of("stdout", new ByteArrayOutputStream(), "stderr", new ByteArrayOutputStream());
            Map<String, ByteArrayOutputStream> fetched = Map.of("stdout", new ByteArrayOutputStream(), "stderr", new ByteArrayOutputStream());
            Random writing = new Random(round);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> writer = threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        byte[] bytes = new byte[writing.nextInt(i % 10 == 0 ? 70_000 : 200)];
                        writing.nextBytes(bytes);
                        String stream = writing.nextInt(3) == 0 ? "stderr" : "stdout";
                        written.get(stream).writeBytes(bytes);
                        queue.write(stream, bytes, 0, bytes.length);
                    }
                    queue.finish(7);
                    return null;
                });
                OutputQueue.Batch batch;
                do {
                    int budget = 300 + random.nextInt(100_000);
                    batch = queue.take(BOTH, budget, LONG, Duration.ZERO, () -> { });
                    int cost = 0;
                    for (OutputQueue.Segment s : batch.segments()) {
                        assertTrue(s.length > 0 && s.length <= OutputQueue.SEGMENT);
                        fetched.get(s.stream).write(s.data, s.offset, s.length);
                        cost += OutputQueue.ELEMENT_OVERHEAD + (s.length + 2) / 3 * 4;
                    }
                    assertTrue(cost <= budget + 4, cost + " of " + budget);
                } while (batch.exitCode().isEmpty());
                assertEquals(OptionalInt.of(7), batch.exitCode());
                writer.get();
            }
            assertArrayEquals(written.get("stdout").toByteArray(), fetched.get("stdout").toByteArray());
            assertArrayEquals(written.get("stderr").toByteArray(), fetched.get("stderr").toByteArray());
        }
    }

    @Test
    void oneStreamAloneMayBeFetched() throws Exception {
        OutputQueue queue = new OutputQueue(1000);
        queue.write("stderr", new byte[] { 1 }, 0, 1);
        queue.write("stdout", new byte[] { 2 }, 0, 1);
        queue.finish(0);
        OutputQueue.Batch out = queue.take(Set.of("stdout"), 1000, LONG, Duration.ZERO, () -> { });
        assertEquals(1, out.segments().size());
        assertEquals(2, out.segments().get(0).data[0]);
        assertEquals(OptionalInt.of(0), out.exitCode());
    }

    @Test
    void anEndedCommandTakesNoMoreOutput() throws Exception {
        OutputQueue queue = new OutputQueue(10);
        queue.write("stdout", new byte[10], 0, 10);
        queue.abort();
        assertThrows(InterruptedIOException.class, () -> queue.write("stdout", new byte[1], 0, 1));
        assertEquals(995, assertThrows(FaultException.class, () -> queue.take(BOTH, 1000, LONG, Duration.ZERO, () -> { })).fault().code());
    }
}
