package org.poshremote.cli.options;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people type them: {@code 90}, {@code 90s}, {@code 5m}, {@code 1h30m}, {@code PT5M}. A bare number is seconds. */
public final class DurationOption implements ITypeConverter<Duration> {
    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s?)?");

    @Override
    public Duration convert(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("p")) {
            try {
                return positive(typed, Duration.parse(text));
            } catch (DateTimeParseException e) {
                throw unreadable(typed);
            }
        }
        Matcher parts = PARTS.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw unreadable(typed);
        }
        return positive(typed, Duration.ofHours(number(parts.group(1)))
            .plusMinutes(number(parts.group(2)))
            .plusSeconds(number(parts.group(3))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Duration positive(String typed, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new TypeConversionException("'" + typed + "' is no time to wait: give more than zero");
        }
        return duration;
    }

    private static TypeConversionException unreadable(String typed) {
        return new TypeConversionException("'" + typed + "' is not a duration: write it as 90s, 5m or 1h30m");
    }
}
