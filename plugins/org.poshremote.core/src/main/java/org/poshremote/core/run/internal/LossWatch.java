package org.poshremote.core.run.internal;

import java.util.Optional;
import java.util.Set;
import org.poshremote.core.codepage.CodePage;

/**
 * Notices question marks that the node put where its code page has no character: no decoding brings these back. A guess by
 * shape: a question mark inside a word, or several in a row. One thread.
 */
final class LossWatch {
    private static final Set<Integer> UNICODE = Set.of(1200, 1201, 65000, 65001, 54936);
    private final CodePage page;
    private char last = ' ';
    private char before = ' ';
    private long seen;

    LossWatch(CodePage page) {
        this.page = page;
    }

    void watch(String text) {
        if (UNICODE.contains(page.number())) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (last == '?' && (c == '?' || Character.isLetter(c) && Character.isLetter(before))) {
                seen++;
            }
            before = last;
            last = c;
        }
    }

    /** What to say at the end of the run. */
    Optional<String> note() {
        return seen == 0 ? Optional.empty()
                : Optional.of("The output has question marks that look like lost characters (" + seen + " places). The node writes ?"
                        + " for what code page " + page + " lacks: they were lost there, and no other decoding brings them back."
                        + " Run with code page 65001 to keep them.");
    }
}
