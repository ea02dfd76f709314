package org.poshremote.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.OutputRecording.Stream;

class OutputRecordingTest {
    private static String decode(OutputRecording recording, Charset charset) throws IOException {
        StringBuilder text = new StringBuilder();
        recording.decode(charset, (stream, part) -> text.append(stream == Stream.STDOUT ? "" : "!").append(part));
        return text.toString();
    }

    @Test
    void isShownAgainInAnotherCodePage() throws IOException {
        for (int inMemory : new int[] {0, 3, 1000}) {
            try (OutputRecording recording = new OutputRecording(inMemory, 1000)) {
                recording.add(Stream.STDOUT, new byte[] {(byte) 0x84, (byte) 0xC3});
                assertEquals("ä├", decode(recording, Charset.forName("IBM850")));
                recording.add(Stream.STDERR, new byte[] {'e'});
                recording.add(Stream.STDOUT, new byte[] {(byte) 0xA4});
                assertEquals("\uFFFD!eä", decode(recording, StandardCharsets.UTF_8));
                assertEquals("„Ã!e¤", decode(recording, Charset.forName("windows-1252")));
                assertTrue(recording.complete());
                assertEquals(4, recording.size());
            }
        }
    }

    @Test
    void pastTheLimitTheBeginningIsKept() throws IOException {
        try (OutputRecording recording = new OutputRecording(2, 5)) {
            recording.add(Stream.STDOUT, "abcd".getBytes(StandardCharsets.UTF_8));
            recording.add(Stream.STDOUT, "efgh".getBytes(StandardCharsets.UTF_8));
            recording.add(Stream.STDOUT, "i".getBytes(StandardCharsets.UTF_8));
            assertEquals("abcd", decode(recording, StandardCharsets.UTF_8));
            assertFalse(recording.complete());
        }
    }

    @Test
    void isGoneOnceClosed() {
        OutputRecording recording = new OutputRecording(0, 100);
        recording.add(Stream.STDOUT, new byte[] {1});
        recording.close();
        assertThrows(IOException.class, () -> decode(recording, StandardCharsets.UTF_8));
    }
}
