package org.poshremote.benchmarks.language;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

public class ParserBenchmark {
    @Benchmark
    public void parseAllScripts(BenchmarkScripts scripts, Blackhole hole) {
        scripts.all.forEach(text -> hole.consume(Parser.parse(text)));
    }

    @Benchmark
    public Script parse5000Lines(BenchmarkScripts scripts) {
        return Parser.parse(scripts.lines5000);
    }

    @Benchmark
    public Script parse20000Lines(BenchmarkScripts scripts) {
        return Parser.parse(scripts.lines20000);
    }
}
