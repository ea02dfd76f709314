package org.poshremote.benchmarks.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What is measured: the scripts of a folder in UTF-8, otherwise generated ones; and one of 5,000 and one of 20,000 lines, made of the
 * folder's longest ones where it has that many.
 */
@State(Scope.Benchmark)
public class BenchmarkScripts {
    /** Names the folder. */
    static final String FOLDER = "poshremote.benchmarks.folder";

    final List<String> all;
    final String lines5000;
    final String lines20000;

    public BenchmarkScripts() {
        String folder = System.getProperty(FOLDER, "");
        all = folder.isEmpty() ? generated() : read(Path.of(folder));
        lines5000 = ofLines(5000);
        lines20000 = ofLines(20_000);
    }

    long characters() {
        return all.stream().mapToLong(String::length).sum();
    }

    private static List<String> generated() {
        List<String> scripts = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            scripts.add(GeneratedScript.ofLines(i * 5));
        }
        return scripts;
    }

    private static List<String> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ps[md]?1")).sorted().map(BenchmarkScripts::text)
                .filter(text -> !text.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where it is not in UTF-8. */
    private static String text(Path file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ofLines(int lines) {
        StringBuilder text = new StringBuilder();
        long count = 0;
        for (String script : all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            if (count >= lines || script.contains("\nparam") || script.startsWith("param") || script.contains("\nusing ") || script.startsWith("using ")) {
                continue; // these can only begin a script
            }
            List<String> own = script.lines().toList();
            if (count + own.size() <= lines * 1.1) {
                own.forEach(line -> text.append(line).append('\n'));
                count += own.size();
            }
        }
        return count >= lines * 0.8 ? text.toString() : GeneratedScript.ofLines(lines);
    }
}
