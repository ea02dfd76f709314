package org.poshremote.language.rules.internal.analyzer;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.Token;

/** Blanks at the end of a line. */
public final class AvoidTrailingWhitespace extends Rule {
    public AvoidTrailingWhitespace() {
        super("PSAvoidTrailingWhitespace", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        String text = on.text();
        on.atEnd(() -> {
            Iterator<Token> tokens = on.tokens().iterator();
            AtomicReference<Token> around = new AtomicReference<>();
            Lines.each(text, (start, end) -> {
                int last = end;
                while (last > start && Lines.isBlank(text.charAt(last - 1))) {
                    last--;
                }
                // behind a backtick they keep it from going on with the line
                boolean told = last == start || text.charAt(last - 1) != '`';
                if (last < end && told && !withinText(tokens, around, last)) {
                    on.at(last, end).fix(last, end, "").report();
                }
            });
        });
    }

    /** Blanks within a string, or behind "--%", mean something. */
    private static boolean withinText(Iterator<Token> tokens, AtomicReference<Token> around, int offset) {
        while (tokens.hasNext() && (around.get() == null || around.get().end() <= offset)) {
            around.set(tokens.next());
        }
        return around.get() != null && !around.get().kind().isTrivia() && around.get().end() > offset;
    }
}
