package org.poshremote.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.RuleSettings;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/** How long a script takes to be parsed and inspected, warm. The argument is a script, or a folder of which the longest is taken too. */
public final class LanguageTimes {
    private static final int ROUNDS = 200;

    private LanguageTimes() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            files.filter(Files::isRegularFile).filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ps[md]?1")).forEach(scripts::add);
        }
        Analyzer analyzer = new Analyzer(RuleSettings.DEFAULT, TargetProfiles.find("windows-server-2022").orElseThrow());
        String longest = "";
        long characters = 0;
        long parsing = 0;
        long inspecting = 0;
        for (Path file : scripts) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            longest = text.length() > longest.length() ? text : longest;
            characters += text.length();
            long start = System.nanoTime();
            Script script = Parser.parse(text);
            long parsed = System.nanoTime();
            analyzer.check(script, FileFacts.named(file.getFileName().toString()));
            parsing += parsed - start;
            inspecting += System.nanoTime() - parsed;
        }
        System.out.printf(Locale.ROOT, "%d files, %.1f million characters: parsed in %d ms, inspected in %d ms%n", scripts.size(), characters / 1e6, parsing / 1_000_000,
            inspecting / 1_000_000);
        long[] times = new long[ROUNDS];
        String text = longest;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            analyzer.check(Parser.parse(text), FileFacts.named("longest.ps1"));
            // the first half makes the code warm
            times[i % ROUNDS] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "the longest, %d lines: problems in %.1f ms (median), %.1f ms (p99)%n", text.lines().count(), times[ROUNDS / 2] / 1e6, times[ROUNDS * 99 / 100] / 1e6);
    }
}
