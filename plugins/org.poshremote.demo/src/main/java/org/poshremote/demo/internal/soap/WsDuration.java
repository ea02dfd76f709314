package org.poshremote.demo.internal.soap;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code xs:duration} as far as WS-Management uses it; {@link Duration#parse} takes neither years and months nor all of its forms. */
public final class WsDuration {
    private static final Pattern FORM = Pattern.compile(
            "P(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})D)?(T(?:(\\d{1,8})H)?(?:(\\d{1,8})M)?(?:(\\d{1,10}(?:\\.\\d{1,9})?)S)?)?");

    private WsDuration() {
    }

    public static Optional<Duration> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches() || text.endsWith("P") || text.endsWith("T")) {
            return Optional.empty();
        }
        long days = number(m.group(1)) * 365 + number(m.group(2)) * 30 + number(m.group(3));
        BigDecimal seconds = m.group(7) == null ? BigDecimal.ZERO : new BigDecimal(m.group(7));
        return Optional.of(Duration.ofDays(days).plusHours(number(m.group(5))).plusMinutes(number(m.group(6)))
                .plusNanos(seconds.movePointRight(9).longValue()));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** As Windows writes the idle time-out of a shell: {@code PT7200.000S}. */
    public static String seconds(Duration duration) {
        return "PT" + BigDecimal.valueOf(duration.toMillis(), 3) + "S";
    }

    /** As Windows writes the age of a shell: {@code P0DT0H0M5S}. */
    public static String parts(Duration d) {
        return "P" + d.toDaysPart() + "DT" + d.toHoursPart() + "H" + d.toMinutesPart() + "M" + d.toSecondsPart() + "S";
    }
}
