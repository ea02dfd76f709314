package org.poshremote.cli.options;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** One of a few words. */
public final class Choice {
    private Choice() {
    }

    /** @throws TypeConversionException naming all that would do */
    public static <T> T of(T[] values, Function<T, String> id, String typed, String what) {
        return Arrays.stream(values)
            .filter(value -> id.apply(value).equalsIgnoreCase(typed))
            .findFirst()
            .orElseThrow(() -> new TypeConversionException("'" + typed + "' is no " + what + ": give one of "
                + Arrays.stream(values).map(id).collect(Collectors.joining(", "))));
    }
}
