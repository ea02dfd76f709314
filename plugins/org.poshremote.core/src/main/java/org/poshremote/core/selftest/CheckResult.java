package org.poshremote.core.selftest;

import java.time.Duration;
import java.util.List;

/**
 * How a check went.
 *
 * @param details what was expected and what there was instead; why it was left out; empty where it passed
 */
public record CheckResult(String id, String title, Status status, List<String> details, Duration duration, int requests) {
    public enum Status {
        PASSED, FAILED, LEFT_OUT
    }

    public CheckResult {
        details = List.copyOf(details);
    }
}
