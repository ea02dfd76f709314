package org.poshremote.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different since a target was healthy the last time. */
public final class DiagnosisComparison {
    /** Evidence that differs each time and says nothing. */
    private static final Set<String> FLEETING = Set.of("http.date", "clock.skew", "clock.node", "port.timeout");

    /** One step whose verdict or evidence is another one now. */
    public record Difference(String title, Verdict before, Verdict now, List<String> gone, List<String> come) {
        public Difference {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    private DiagnosisComparison() {
    }

    /** In the order of the steps; empty where nothing that counts has changed. */
    public static List<Difference> of(Diagnosis good, Diagnosis now) {
        Map<String, StepResult> before = good.steps().stream().collect(Collectors.toMap(StepResult::code, Function.identity()));
        List<Difference> differences = new ArrayList<>();
        for (StepResult step : now.steps()) {
            StepResult old = before.get(step.code());
            if (old == null || step.verdict() == Verdict.NOT_REACHED) {
                continue;
            }
            Set<String> gone = evidence(old);
            Set<String> come = evidence(step);
            Set<String> both = new TreeSet<>(gone);
            both.retainAll(come);
            gone.removeAll(both);
            come.removeAll(both);
            if (old.verdict() != step.verdict() || !gone.isEmpty() || !come.isEmpty()) {
                differences.add(new Difference(step.title(), old.verdict(), step.verdict(), List.copyOf(gone), List.copyOf(come)));
            }
        }
        return differences;
    }

    private static Set<String> evidence(StepResult step) {
        return step.evidence().stream().filter(each -> !FLEETING.contains(each.key())).map(Evidence::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
