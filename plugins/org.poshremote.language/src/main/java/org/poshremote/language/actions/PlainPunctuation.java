package org.poshremote.language.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.syntax.Script;

/** Plain quotes and dashes for curly and long ones, which PowerShell takes for the same (language specification 2.3.5.2 and 2.3.3). */
final class PlainPunctuation {
    private PlainPunctuation() {
    }

    /** Offered where one of them is in reach; of the whole file. */
    static Optional<ScriptAction> of(Script script, Span range) {
        String text = script.text();
        List<Edit> edits = new ArrayList<>();
        boolean here = false;
        for (int i = 0; i < text.length(); i++) {
            char plain = plain(text.charAt(i));
            if (plain != text.charAt(i)) {
                edits.add(new Edit(i, i + 1, String.valueOf(plain)));
                here |= range.start() <= i + 1 && i <= range.end();
            }
        }
        return here ? Optional.of(new ScriptAction(edits.size() == 1 ? "Write a plain character" : "Write all " + edits.size() + " curly quotes and long dashes of this file as plain ones",
            ScriptAction.Kind.REWRITE, "", edits)) : Optional.empty();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2013', '\u2014', '\u2015' -> '-';
            default -> c;
        };
    }
}
