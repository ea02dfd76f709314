package org.poshremote.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationOptionTest {
    @ParameterizedTest
    @CsvSource({"90, PT1M30S", "90s, PT1M30S", "5m, PT5M", "1h30m, PT1H30M", "1h5s, PT1H5S", "PT5M, PT5M", "pt1.5s, PT1.5S"})
    void readsWhatPeopleType(String typed, Duration meant) {
        assertEquals(meant, new DurationOption().convert(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "five", "-5", "0", "5x", "5m3h", "PT", "PT-1S", "99999999999999999999"})
    void refusesTheRest(String typed) {
        assertThrows(TypeConversionException.class, () -> new DurationOption().convert(typed));
    }
}
