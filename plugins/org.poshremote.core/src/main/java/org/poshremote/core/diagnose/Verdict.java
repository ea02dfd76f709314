package org.poshremote.core.diagnose;

/** How one step of a diagnosis ended. */
public enum Verdict {
    PASSED("ok"), WARNING("warning"), FAILED("FAILED"),
    /** A step before it failed, or the time was up. */
    NOT_REACHED("not reached"),
    /** It does not apply to this target. */
    SKIPPED("skipped");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }
}
