package org.poshremote.wsman.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileTimeTest {
    @Test
    void stepsOf100NanosecondsSince1601() {
        assertEquals(0, FileTime.of(Instant.parse("1601-01-01T00:00:00Z")));
        assertEquals(116_444_736_000_000_000L, FileTime.of(Instant.EPOCH));
        assertEquals(116_444_736_000_000_001L, FileTime.of(Instant.EPOCH.plusNanos(199)));
    }
}
