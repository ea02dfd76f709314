package org.poshremote.language.completion.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.completion.Matching;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.completion.Proposals;
import org.poshremote.language.features.Span;

/** Gathers proposals that match what is typed; of two with the same label the first stays. */
public final class Offers {
    /** More are of no use to a person, and slow to send. */
    private static final int MOST = 300;
    private static final int LAST = 90;

    private final Cursor cursor;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private boolean complete = true;

    public Offers(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A proposal that replaces the span by its label. */
    Proposal of(Proposal.Kind kind, String label, Span replace) {
        return new Proposal(label, kind, label, Optional.empty(), label, replace, "", 50, false, "", () -> "");
    }

    void add(Proposal proposal) {
        String typed = cursor.before(proposal.replace().start());
        if (Matching.matches(typed, proposal.filter()) && labels.add(proposal.label().toLowerCase(java.util.Locale.ROOT) + (proposal.kind() == Proposal.Kind.SNIPPET ? " snippet" : ""))) {
            // names that begin so come before those that merely match
            boolean begins = proposal.filter().regionMatches(true, 0, typed, 0, typed.length());
            proposals.add(proposal.ranked(Math.min(99, (proposal.missing() ? LAST : proposal.rank()) + (begins ? 0 : 5))));
        }
    }

    /** What is offered changes with what is typed next. */
    void incomplete() {
        complete = false;
    }

    public Proposals all() {
        List<Proposal> sorted = new ArrayList<>(proposals);
        sorted.sort(Comparator.comparingInt(Proposal::rank).thenComparing(Proposal::label, String.CASE_INSENSITIVE_ORDER));
        return new Proposals(sorted.subList(0, Math.min(MOST, sorted.size())), complete && sorted.size() <= MOST);
    }
}
