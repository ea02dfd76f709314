package org.poshremote.core.diagnose.internal;

import java.util.List;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.diagnose.Stage;

/**
 * One step of a diagnosis.
 *
 * @param needs codes of steps that must not have failed before it
 */
public record Check(String code, Stage stage, String title, List<String> needs, Body body) {
    /** What it does. Never throws for what a node or network does. */
    public interface Body {
        Found run(Probe probe, Facts before);
    }
}
