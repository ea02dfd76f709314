package org.poshremote.language.layout.internal;

import org.poshremote.language.syntax.Expression;

/** {@code -not} instead of {@code !}. */
public record Negation() implements Pass {
    @Override
    public void apply(Draft draft) {
        for (int i = 0; i + 1 < draft.size(); i++) {
            if (draft.token(i).owner() instanceof Expression.Unary unary && unary.operator().equals("!") && draft.token(i).start() == unary.start()) {
                // the blank is part of the word, so that nothing else changes
                draft.replace(i, draft.gap(i + 1).text().isEmpty() ? "-not " : "-not");
                draft.noteNode(unary, i);
            }
        }
    }
}
