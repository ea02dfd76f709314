package org.poshremote.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    public static List<Difference> of(GoodDiagnosis good, Diagnosis now) {
        List<Difference> differences = new ArrayList<>();
        for (StepResult step : now.steps()) {
            GoodDiagnosis.Seen old = good.steps().get(step.code());
            if (old == null || step.verdict() == Verdict.NOT_REACHED) {
                continue;
            }
            Set<String> gone = evidence(old.evidence());
            Set<String> come = evidence(step.evidence());
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

    private static Set<String> evidence(List<Evidence> seen) {
        return seen.stream().filter(each -> !FLEETING.contains(each.key())).map(Evidence::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
