package org.poshremote.language.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;

/** What a selection grows to, step by step. */
public final class SelectionRanges {
    private SelectionRanges() {
    }

    /** From the whole script down to the smallest part around the offset; each lies in the one before and is smaller. */
    public static List<Span> at(Script script, int offset) {
        List<Span> spans = new ArrayList<>();
        Optional<? extends Node> node = Optional.of(script.root());
        while (node.isPresent()) {
            Span span = Outline.span(node.get());
            if (spans.isEmpty() || !spans.get(spans.size() - 1).equals(span)) {
                spans.add(span);
            }
            node = node.get().children().stream().filter(child -> child.start() <= offset && offset <= child.end()).findFirst();
        }
        return spans;
    }
}
