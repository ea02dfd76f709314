package org.poshremote.core.diagnose;

/** Hears of a diagnosis as it goes on, on the thread that carries it out. */
public interface DiagnosisListener {
    DiagnosisListener NONE = new DiagnosisListener() {
    };

    /** A step begins; {@link #ended} follows for it. */
    default void begun(String code, Stage stage, String title) {
    }

    /** Each step ends once, also one that is skipped or not reached. */
    default void ended(StepResult step) {
    }
}
