package org.poshremote.language.syntax.internal.checks;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.SyntaxError;

/** What the checks of one script find; the same is not said twice of one place. */
final class Findings {
    private static final int MOST = 1000;

    private final List<SyntaxError> errors = new ArrayList<>();

    void add(String id, Node at) {
        add(id, at.start(), at.end(), "");
    }

    void add(String id, Node at, String detail) {
        add(id, at.start(), at.end(), detail);
    }

    void add(String id, int start, int end, String detail) {
        if (errors.size() < MOST && errors.stream().noneMatch(error -> error.start() == start && error.id().equals(id))) {
            errors.add(new SyntaxError(id, start, end, detail));
        }
    }

    List<SyntaxError> all() {
        return errors;
    }
}
