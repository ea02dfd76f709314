package org.poshremote.language.navigation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Marked files in a resource, one test each; a line {@code #### title} begins the next. */
final class Rows {
    private Rows() {
    }

    static Stream<DynamicTest> of(String resource, Consumer<String> test) {
        try (InputStream in = Rows.class.getResourceAsStream(resource)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^#### ")).filter(row -> !row.isBlank()).map(row -> {
                int end = row.indexOf('\n');
                return DynamicTest.dynamicTest(row.substring(0, end).strip(), () -> test.accept(row.substring(end + 1)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
