package org.poshremote.core.target;

import java.util.List;

/** What one reading of the target files gave. Targets are in the order of files, user file first, then of their place. */
public record TargetListing(List<StoredTarget> targets, List<TargetProblem> problems) {
    public TargetListing {
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
    }
}
