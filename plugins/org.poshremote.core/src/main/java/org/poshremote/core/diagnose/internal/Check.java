package org.poshremote.core.diagnose.internal;

import java.util.List;
import java.util.Optional;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.diagnose.Stage;

/**
 * One step of a diagnosis.
 *
 * @param needs codes of steps that must not have failed before it
 * @param ssh   whether it is for targets reached by SSH alone, or for those reached by WinRM alone; empty: for both
 */
public record Check(String code, Stage stage, String title, List<String> needs, Body body, Optional<Boolean> ssh) {
    static Check both(String code, Stage stage, String title, List<String> needs, Body body) {
        return new Check(code, stage, title, needs, body, Optional.empty());
    }

    static Check winRm(String code, Stage stage, String title, List<String> needs, Body body) {
        return new Check(code, stage, title, needs, body, Optional.of(false));
    }

    static Check ssh(String code, Stage stage, String title, List<String> needs, Body body) {
        return new Check(code, stage, title, needs, body, Optional.of(true));
    }

    /** What it does. Never throws for what a node or network does. */
    public interface Body {
        Found run(Probe probe, Facts before);
    }
}
