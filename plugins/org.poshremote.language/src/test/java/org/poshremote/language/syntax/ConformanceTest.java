package org.poshremote.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of conformance.txt: each mistake has PowerShell's name and place, and there are no others. */
class ConformanceTest {
    private static final Pattern MARKER = Pattern.compile("⟦([A-Za-z]+)(\\+1)?⟧");

    private record Row(String topic, String marked) {
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        String topic = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(ConformanceTest.class.getResourceAsStream("conformance.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("## ")) {
                    topic = line.substring(3);
                } else if (!line.isBlank() && !topic.isEmpty()) {
                    rows.add(new Row(topic, line.replace('⏎', '\n').replace('␠', ' ')));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    static Stream<Arguments> rows() {
        return read().stream().map(row -> Arguments.of(row.topic(), row.marked()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void isToldAsPowerShellTellsIt(String topic, String marked) {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Matcher marker = MARKER.matcher(marked);
        int at = 0;
        while (marker.find()) {
            text.append(marked, at, marker.start());
            at = marker.end();
            expected.add(marker.group(1) + "@" + (text.length() + (marker.group(2) == null ? 0 : 1)));
        }
        text.append(marked.substring(at));
        assertEquals(expected.stream().sorted().toList(), Parser.parse(text.toString()).errors().stream().map(error -> error.id() + "@" + error.start()).sorted().toList());
    }

    @Test
    void thereAreHundredsOfThem() {
        assertEquals(true, read().size() > 400, () -> String.valueOf(read().size()));
    }
}
