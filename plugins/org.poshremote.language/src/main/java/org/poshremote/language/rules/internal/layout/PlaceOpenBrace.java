package org.poshremote.language.rules.internal.layout;

import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Lines;

/** Where an opening brace stands. */
public final class PlaceOpenBrace extends Rule {
    public PlaceOpenBrace() {
        super("PSPlaceOpenBrace", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        boolean sameLine = on.options().flag("OnSameLine", true);
        boolean newLineAfter = on.options().flag("NewLineAfter", true);
        boolean ignoreOneLine = on.options().flag("IgnoreOneLineBlock", true);
        String text = on.text();
        Braces.ofStatements(on, pair -> {
            boolean oneLine = on.lines().line(pair.open()) == on.lines().line(pair.close());
            if (oneLine && ignoreOneLine) {
                return;
            }
            int start = Lines.start(text, pair.open());
            boolean alone = text.substring(start, pair.open()).isBlank();
            if (sameLine && alone && pair.open() > 0) {
                int before = start;
                while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
                    before--;
                }
                Inspection.Report report = on.at(pair.open(), pair.open() + 1);
                // a comment at the end of the line before would swallow the brace
                int end = before;
                if (on.script().comments().stream().noneMatch(comment -> comment.end() == end)) {
                    report.fix(before, pair.open(), " ");
                }
                report.report();
            } else if (!sameLine && !alone) {
                int before = pair.open();
                while (before > start && Lines.isBlank(text.charAt(before - 1))) {
                    before--;
                }
                on.at(pair.open(), pair.open() + 1).text("newline").fix(before, pair.open(), "\n" + " ".repeat(Lines.indent(text, pair.open()))).report();
            }
            if (newLineAfter && !Lines.endsAt(text, pair.open() + 1)) {
                int next = Lines.skipBlanks(text, pair.open() + 1);
                on.at(pair.open(), pair.open() + 1).text("after").fix(pair.open() + 1, next, "\n" + " ".repeat(Lines.indent(text, pair.open()) + 4)).report();
            }
        });
    }
}
