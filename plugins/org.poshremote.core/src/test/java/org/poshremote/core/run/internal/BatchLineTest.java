package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLineTest {
    @Test
    void commentsAndEchoOffAreLeftOut() {
        BatchLine line = BatchLine.of("@echo off\r\n\r\nREM x\r\n:: y\r\n  dir /b\r\n", List.of("C:\\Program Files", "a-b", "x&y"));
        assertEquals("dir /b \"C:\\Program Files\" a-b \"x&y\"", line.line());
        assertTrue(line.refusal().isEmpty());
    }

    @Test
    void whatCannotBeOneLineIsRefused() {
        assertTrue(BatchLine.of("a\nb", List.of()).refusal().orElseThrow().contains("2 lines"));
        assertTrue(BatchLine.of("rem a", List.of()).refusal().isPresent());
        assertTrue(BatchLine.of("echo", List.of("%PATH%")).refusal().isPresent());
        assertTrue(BatchLine.of("echo", List.of("a\" & del x")).refusal().isPresent());
        assertTrue(BatchLine.of("echo " + "x".repeat(9000), List.of()).refusal().isPresent());
    }
}
