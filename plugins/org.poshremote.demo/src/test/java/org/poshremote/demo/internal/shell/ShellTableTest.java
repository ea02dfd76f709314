package org.poshremote.demo.internal.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.internal.soap.FaultException;

class ShellTableTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10); // a monotonic clock may wrap
    private final ShellTable table = new ShellTable(3, 100, now::get);

    private static ShellSettings settings(Duration idle) {
        return new ShellSettings("r", "u", "127.0.0.1", "", Map.of(), "", 437, idle, List.of("stdin"), List.of("stdout", "stderr"));
    }

    @Test
    void aShellThatNobodyUsedForItsIdleTimeoutIsGone() throws FaultException {
        table.create("A", settings(Duration.ofMinutes(1)));
        table.create("B", settings(Duration.ofMinutes(3)));
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        table.use("A").close();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        table.use("A").close();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertEquals(2150858843L, assertThrows(FaultException.class, () -> table.use("A")).fault().code());
        table.use("B").close();
        assertEquals(1, table.size());
    }

    @Test
    void aHangingOperationKeepsItsShell() throws FaultException {
        table.create("A", settings(Duration.ofMinutes(1)));
        try (ShellTable.Use use = table.use("A")) {
            now.addAndGet(Duration.ofHours(1).toNanos());
            table.reap();
            assertEquals(1, table.size());
            assertEquals("A", use.shell().id());
        }
        now.addAndGet(Duration.ofHours(1).toNanos());
        table.reap();
        assertEquals(0, table.size());
    }

    @Test
    void anIdIsTakenOnce() throws FaultException {
        table.create("A", settings(Duration.ofMinutes(1)));
        assertEquals(87, assertThrows(FaultException.class, () -> table.create("A", settings(Duration.ofMinutes(1)))).fault().code());
    }
}
