package org.poshremote.language.rules.internal.layout;

import java.util.List;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;

/** Where a closing brace stands. */
public final class PlaceCloseBrace extends Rule {
    private static final List<String> WORDS = List.of("else", "elseif", "catch", "finally");

    public PlaceCloseBrace() {
        super("PSPlaceCloseBrace", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        boolean noEmptyLine = on.options().flag("NoEmptyLineBefore", false);
        boolean ignoreOneLine = on.options().flag("IgnoreOneLineBlock", true);
        boolean newLineAfter = on.options().flag("NewLineAfter", true);
        String text = on.text();
        Braces.ofStatements(on, pair -> {
            boolean oneLine = on.lines().line(pair.open()) == on.lines().line(pair.close());
            if (oneLine && ignoreOneLine) {
                return;
            }
            int start = Lines.start(text, pair.close());
            boolean alone = text.substring(start, pair.close()).isBlank();
            if (!alone) {
                int before = pair.close();
                while (before > start && Lines.isBlank(text.charAt(before - 1))) {
                    before--;
                }
                on.at(pair.close(), pair.close() + 1).fix(before, pair.close(), "\n" + " ".repeat(Lines.indent(text, pair.open()))).report();
            } else if (noEmptyLine) {
                int before = start;
                while (before > pair.open() + 1 && Character.isWhitespace(text.charAt(before - 1))) {
                    before--;
                }
                if (on.lines().line(pair.close()) - on.lines().line(before) > 1) {
                    on.at(pair.close(), pair.close() + 1).text("empty").fix(before, start, "\n").report();
                }
            }
            int next = pair.close() + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            int word = next;
            boolean goesOn = WORDS.stream().anyMatch(each -> text.regionMatches(true, word, each, 0, each.length()) && (word + each.length() >= text.length()
                || !Character.isLetterOrDigit(text.charAt(word + each.length())) && text.charAt(word + each.length()) != '-'));
            boolean sameLine = on.lines().line(next) == on.lines().line(pair.close());
            if (goesOn && newLineAfter && sameLine) {
                on.at(pair.close(), pair.close() + 1).text("branch").fix(pair.close() + 1, next, "\n" + " ".repeat(Lines.indent(text, pair.open()))).report();
            } else if (goesOn && !newLineAfter && !sameLine) {
                on.at(pair.close(), pair.close() + 1).text("same").fix(pair.close() + 1, next, " ").report();
            }
        });
    }
}
