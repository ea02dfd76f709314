package org.poshremote.demo.internal.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** xs:duration, XML Schema part 2, 3.2.6. */
class WsDurationTest {
    @Test
    void formsThatClientsSend() {
        assertEquals(Optional.of(Duration.ofSeconds(20)), WsDuration.parse("PT20S"));
        assertEquals(Optional.of(Duration.ofSeconds(60)), WsDuration.parse("PT60.000S"));
        assertEquals(Optional.of(Duration.ofMillis(500)), WsDuration.parse("PT0.5S"));
        assertEquals(Optional.of(Duration.ofHours(2)), WsDuration.parse("PT7200S"));
        assertEquals(Optional.of(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4)), WsDuration.parse("P0Y0M1DT2H3M4S"));
    }

    @Test
    void whatIsNone() {
        for (String bad : List.of("", "P", "PT", "3600000", "20S", "PT20", "P1DT", "-PT5S", "PT1,5S", "PT5s", " PT5S")) {
            assertEquals(Optional.empty(), WsDuration.parse(bad), bad);
        }
    }

    @Test
    void writtenAsWindowsWritesThem() {
        assertEquals("PT7200.000S", WsDuration.seconds(Duration.ofHours(2)));
        assertEquals("P0DT0H1M5S", WsDuration.parts(Duration.ofSeconds(65)));
    }
}
