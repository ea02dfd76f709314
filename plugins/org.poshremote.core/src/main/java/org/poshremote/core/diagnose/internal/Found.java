package org.poshremote.core.diagnose.internal;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Verdict;

/** What a check came to. */
public record Found(Verdict verdict, String summary, List<Evidence> evidence) {
    public Found {
        evidence = List.copyOf(evidence);
    }

    public static Found passed(String summary, Evidence... evidence) {
        return new Found(Verdict.PASSED, summary, List.of(evidence));
    }

    public static Found warning(String summary, Evidence... evidence) {
        return new Found(Verdict.WARNING, summary, List.of(evidence));
    }

    public static Found failed(String summary, Evidence... evidence) {
        return new Found(Verdict.FAILED, summary, List.of(evidence));
    }

    public static Found skipped(String why) {
        return new Found(Verdict.SKIPPED, why, List.of());
    }

    public static Found notReached(String why) {
        return new Found(Verdict.NOT_REACHED, why, List.of());
    }

    Found and(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Found(verdict, summary, all);
    }
}
