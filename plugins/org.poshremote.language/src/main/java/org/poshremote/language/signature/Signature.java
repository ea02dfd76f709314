package org.poshremote.language.signature;

import java.util.List;
import org.poshremote.language.features.Span;

/**
 * One way to call something.
 *
 * @param parameters in the order in which they are counted
 */
public record Signature(String label, String documentation, List<Part> parameters) {
    /**
     * @param span          in the label; empty where it is left out there
     * @param documentation Markdown; may be empty
     */
    public record Part(Span span, String documentation) {
    }

    public Signature {
        parameters = List.copyOf(parameters);
    }
}
