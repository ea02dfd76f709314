package org.poshremote.benchmarks.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.poshremote.language.syntax.Parser;

/**
 * Runs the benchmarks of this package and prints them in milliseconds, and beside them what tree-sitter's PowerShell grammar needs for
 * the same scripts. Arguments: the folder of the peers' scripts, a folder to write in that holds tree-sitter's modules, and, if not the
 * generated ones are to be measured, a folder of scripts.
 */
public final class LanguageComparison {
    private static final int ROUNDS = 50;

    private LanguageComparison() {
    }

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        Path peers = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        String folder = arguments.length > 2 ? Path.of(arguments[2]).toAbsolutePath().toString() : "";
        System.setProperty(BenchmarkScripts.FOLDER, folder);
        BenchmarkScripts scripts = new BenchmarkScripts();
        System.out.printf(Locale.ROOT, "%d scripts, %.1f million characters%s%n", scripts.all.size(), scripts.characters() / 1e6, folder.isEmpty() ? ", generated" : "");
        Map<String, Statistics> times = measured(folder);
        System.out.printf(Locale.ROOT, "%-30s %10s %10s %10s%n", "milliseconds", "median", "p99", "longest");
        times.forEach((name, statistics) -> System.out.printf(Locale.ROOT, "%-30s %10.2f %10.2f %10.2f%n", name, statistics.getPercentile(50), statistics.getPercentile(99), statistics.getMax()));
        double perSecond = scripts.characters() / times.get("parseAllScripts").getPercentile(50) / 1000;
        long broken = scripts.all.stream().filter(text -> !Parser.parse(text).errors().isEmpty()).count();
        System.out.printf(Locale.ROOT, "PoshRemote: %.1f million characters a second, %d of %d scripts with errors%n", perSecond, broken, scripts.all.size());
        peer(peers, work, scripts, perSecond, times.get("parse5000Lines").getPercentile(50));
    }

    private static Map<String, Statistics> measured(String folder) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("org\\.poshremote\\.benchmarks\\.language\\..*").mode(Mode.SampleTime).timeUnit(TimeUnit.MILLISECONDS)
            .forks(1).warmupIterations(5).warmupTime(TimeValue.seconds(2)).measurementIterations(5).measurementTime(TimeValue.seconds(2)).verbosity(VerboseMode.SILENT)
            .jvmArgsAppend("-D" + BenchmarkScripts.FOLDER + "=" + folder).build()).run();
        Map<String, Statistics> times = new TreeMap<>();
        results.forEach(result -> times.put(result.getParams().getBenchmark().replaceFirst(".*\\.", ""), result.getPrimaryResult().getStatistics()));
        return times;
    }

    private static void peer(Path peers, Path work, BenchmarkScripts scripts, double perSecond, double median) throws IOException, InterruptedException {
        if (!Files.isDirectory(work.resolve("node_modules/tree-sitter-powershell"))) {
            System.out.println("tree-sitter: left out, since npm is not here or could not install tree-sitter and tree-sitter-powershell");
            return;
        }
        Path texts = Files.createTempDirectory(work, "scripts");
        List<String> command = new ArrayList<>(List.of("node", peers.resolve("tree_sitter.mjs").toString(), work.toAbsolutePath().toString(), String.valueOf(ROUNDS), texts.toString()));
        for (int i = 0; i < scripts.all.size(); i++) {
            Files.writeString(texts.resolve(String.format(Locale.ROOT, "%06d.ps1", i)), scripts.all.get(i));
        }
        Files.writeString(texts.resolve("last.ps1"), scripts.lines5000);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        int status = process.waitFor();
        delete(texts);
        if (status != 0 || told.length < 5) {
            System.out.println("tree-sitter: did not finish");
            return;
        }
        double theirs = Long.parseLong(told[0]) / 1e6;
        System.out.printf(Locale.ROOT, "tree-sitter: %.1f million characters a second, %s of %s scripts with errors; 5,000 lines in %s ms (median), %s ms (p99)%n", theirs, told[3], told[4],
            told[1], told[2]);
        System.out.printf(Locale.ROOT, "PoshRemote parses %.1f times as many characters a second, and the 5,000 lines in 1/%.1f of the time%n", perSecond / theirs, Double.parseDouble(told[1]) / median);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
