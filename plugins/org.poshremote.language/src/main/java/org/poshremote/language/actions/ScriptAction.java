package org.poshremote.language.actions;

import java.util.List;
import org.poshremote.language.rules.Edit;

/**
 * A change of a script that an editor offers.
 *
 * @param title for a menu
 * @param rule  whose problems it is about; empty where it is about none
 * @param edits that do not overlap
 */
public record ScriptAction(String title, Kind kind, String rule, List<Edit> edits) {
    /** What is changed. */
    public enum Kind {
        /** One problem is gone. */
        FIX,
        /** All problems of the rule that have a fix are gone. */
        FIX_ALL,
        /** The author says that it is meant so. */
        SUPPRESS,
        /** The script says what it needs. */
        REQUIRE,
        /** The same, written in another way; about no problem. */
        REWRITE
    }

    public ScriptAction {
        edits = List.copyOf(edits);
    }
}
