package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change that removes a problem.
 *
 * @param title for a menu
 * @param edits that do not overlap
 */
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    /** The text after all the fixes that do not overlap one before them; apply again to those that are left. */
    public static String apply(String text, List<Fix> fixes) {
        List<Edit> taken = new ArrayList<>();
        for (Fix fix : fixes) {
            if (fix.edits.stream().noneMatch(edit -> taken.stream().anyMatch(other -> touch(edit, other)))) {
                taken.addAll(fix.edits);
            }
        }
        taken.sort(Comparator.comparingInt(Edit::start));
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (Edit edit : taken) {
            changed.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return changed.append(text, at, text.length()).toString();
    }

    private static boolean touch(Edit a, Edit b) {
        return a.start() < b.end() && b.start() < a.end() || a.start() == b.start();
    }
}
