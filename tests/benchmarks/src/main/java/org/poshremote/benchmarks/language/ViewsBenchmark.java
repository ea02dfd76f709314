package org.poshremote.benchmarks.language;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.poshremote.language.features.Coloring;
import org.poshremote.language.features.Folding;
import org.poshremote.language.features.Outline;
import org.poshremote.language.features.Symbol;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/** What an editor shows of a script that is parsed already. */
public class ViewsBenchmark {
    @State(Scope.Benchmark)
    public static class Parsed {
        final Script lines5000;
        final Script lines20000;

        public Parsed() {
            BenchmarkScripts scripts = new BenchmarkScripts();
            lines5000 = Parser.parse(scripts.lines5000);
            lines20000 = Parser.parse(scripts.lines20000);
        }
    }

    @Benchmark
    public List<Coloring.Token> semanticTokens5000Lines(Parsed parsed) {
        return Coloring.of(parsed.lines5000);
    }

    @Benchmark
    public List<Coloring.Token> semanticTokens20000Lines(Parsed parsed) {
        return Coloring.of(parsed.lines20000);
    }

    @Benchmark
    public List<Symbol> outline20000Lines(Parsed parsed) {
        return Outline.of(parsed.lines20000);
    }

    @Benchmark
    public Object folding20000Lines(Parsed parsed) {
        return Folding.of(parsed.lines20000);
    }
}
