package org.poshremote.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poshremote.language.format.FormatOptions;
import org.poshremote.language.format.Formatted;
import org.poshremote.language.format.Formatter;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Tokens;

/** How long a script takes to be laid out, warm. The argument is a folder of scripts: all of them once, then one of some 5,000 lines made of the longest. */
public final class FormatTimes {
    private static final int ROUNDS = 100;
    private static final int LINES = 5_000;

    private FormatTimes() {
    }

    public static void main(String[] arguments) throws IOException {
        List<String> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ps[md]?1")).toList()) {
                scripts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        long start = System.nanoTime();
        long changed = scripts.stream().filter(text -> Formatter.format(text, FormatOptions.DEFAULT).changed()).count();
        System.out.printf(Locale.ROOT, "%d files, %.1f million characters: laid out in %d ms, %d changed%n", scripts.size(), scripts.stream().mapToLong(String::length).sum() / 1e6,
            (System.nanoTime() - start) / 1_000_000, changed);
        String text = scripts.stream().filter(script -> Parser.parse(script).errors().isEmpty() && script.lines().count() <= LINES)
            .max(Comparator.comparingLong((String script) -> script.lines().count())).orElseThrow();
        time("parsed", text, () -> Parser.parse(text));
        Script script = Parser.parse(text);
        time("cut into tokens", text, () -> Tokens.of(script));
        time("laid out, parsing not counted", text, () -> Formatter.format(script, FormatOptions.DEFAULT));
        Formatted formatted = Formatter.format(script, FormatOptions.DEFAULT);
        Script laidOut = Parser.parse(formatted.text());
        time("laid out again", text, () -> Formatter.format(laidOut, FormatOptions.DEFAULT));
    }

    private static void time(String what, String text, Runnable work) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < 3 * ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            // the first rounds make the code warm
            times[i % ROUNDS] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%d lines %s in %.1f ms (median), %.1f ms (p99)%n", text.lines().count(), what, times[ROUNDS / 2] / 1e6, times[ROUNDS * 99 / 100] / 1e6);
    }
}
