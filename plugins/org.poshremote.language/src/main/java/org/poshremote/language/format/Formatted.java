package org.poshremote.language.format;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.rules.Edit;

/**
 * What became of a text.
 *
 * @param text    laid out; the same as before where it was so already, or where it could not be
 * @param edits   that lead to it: in the order of the text, none overlaps another, each as small as can be
 * @param refusal a sentence for people that says why nothing was changed; empty where all is well
 */
public record Formatted(String text, List<Edit> edits, Optional<String> refusal) {
    public Formatted {
        edits = List.copyOf(edits);
    }

    public boolean changed() {
        return !edits.isEmpty();
    }
}
