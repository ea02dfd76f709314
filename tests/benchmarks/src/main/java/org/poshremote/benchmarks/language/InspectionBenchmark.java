package org.poshremote.benchmarks.language;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.RuleSettings;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.syntax.Parser;

/** From the text to its problems, as after each key. */
public class InspectionBenchmark {
    @State(Scope.Benchmark)
    public static class Analyzers {
        final Analyzer byDefault = new Analyzer(RuleSettings.DEFAULT, TargetProfiles.find("windows-server-2022").orElseThrow());
        final Analyzer allRules = new Analyzer(RuleSettings.ALL, TargetProfiles.find("windows-server-2022").orElseThrow());
    }

    @Benchmark
    public List<Problem> inspect5000Lines(BenchmarkScripts scripts, Analyzers analyzers) {
        return analyzers.byDefault.check(Parser.parse(scripts.lines5000), FileFacts.named("script.ps1"));
    }

    @Benchmark
    public List<Problem> inspect5000LinesByAllRules(BenchmarkScripts scripts, Analyzers analyzers) {
        return analyzers.allRules.check(Parser.parse(scripts.lines5000), FileFacts.named("script.ps1"));
    }
}
