package org.poshremote.language.completion;

import java.util.List;

/**
 * What could be written, best first.
 *
 * @param complete whether typing on needs no new question
 */
public record Proposals(List<Proposal> list, boolean complete) {
    public static final Proposals NONE = new Proposals(List.of(), true);

    public Proposals {
        list = List.copyOf(list);
    }
}
