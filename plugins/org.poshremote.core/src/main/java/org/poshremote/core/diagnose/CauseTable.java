package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The causes that are known, as data: resource {@code causes.json}. Immutable.
 *
 * @param causes in the order of the table, which decides between equal ranks
 */
public record CauseTable(List<Cause> causes) {
    private static final CauseTable BUILT_IN = read(Resources.json("causes.json"));

    public CauseTable {
        causes = List.copyOf(causes);
    }

    public static CauseTable builtIn() {
        return BUILT_IN;
    }

    static CauseTable read(JsonNode table) {
        List<Cause> causes = new ArrayList<>();
        for (JsonNode cause : table.required("causes")) {
            List<Signal> signals = StreamSupport.stream(cause.required("signals").spliterator(), false)
                .map(signal -> new Signal(Resources.strings(signal.required("if")).stream().map(Condition::parse).toList(),
                    signal.required("rank").asInt(), Seen.valueOf(signal.required("seen").asText().toUpperCase(Locale.ROOT))))
                .toList();
            causes.add(new Cause(cause.required("code").asText(), Stage.valueOf(cause.required("stage").asText().toUpperCase(Locale.ROOT)),
                cause.required("title").asText(), cause.required("explanation").asText(), signals,
                Resources.strings(cause.required("remedies"))));
        }
        return new CauseTable(causes);
    }

    public Optional<Cause> find(String code) {
        return causes.stream().filter(cause -> cause.code().equals(code)).findFirst();
    }

    /** What the evidence speaks for, best first; of equal ranks the earlier stage, then the order of the table. */
    public List<Finding> rank(Facts facts, RemedyTable remedies) {
        return causes.stream()
            .flatMap(cause -> cause.best(facts).map(signal -> new Finding(cause, signal, remedies.of(cause, facts))).stream())
            .sorted(Comparator.comparingInt(Finding::rank).reversed().thenComparing(finding -> finding.cause().stage()))
            .toList();
    }
}
