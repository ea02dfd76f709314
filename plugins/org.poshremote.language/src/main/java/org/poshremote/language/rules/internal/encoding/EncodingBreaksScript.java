package org.poshremote.language.rules.internal.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** A file without a mark that Windows PowerShell reads as another text. */
public final class EncodingBreaksScript extends Rule {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    public EncodingBreaksScript() {
        super("PoshRemoteEncodingBreaksScript", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.file().encoding() != FileFacts.Encoding.UTF_8 || on.target().isAtLeast(6, 0) || on.requirements().version().filter(version -> version.major() >= 6).isPresent()) {
            return;
        }
        boolean[] told = new boolean[1];
        on.each(Expression.StringConstant.class, text -> string(on, text, text.quotes(), told));
        on.each(Expression.ExpandableString.class, text -> string(on, text, text.quotes(), told));
    }

    /** Whether its bytes in UTF-8, read as Windows-1252, hold a character that ends a string with these quotes. */
    private static boolean holdsQuote(char c, Expression.Quotes quotes) {
        return c >= '\u0080' && new String(String.valueOf(c).getBytes(StandardCharsets.UTF_8), WINDOWS).chars().anyMatch(read -> switch (quotes) {
            case SINGLE -> read >= '\u2018' && read <= '\u201B';
            case DOUBLE -> read >= '\u201C' && read <= '\u201E';
            case BARE -> read >= '\u2018' && read <= '\u201E';
            case SINGLE_HERE, DOUBLE_HERE -> false;
        });
    }

    private static void string(Inspection on, Expression string, Expression.Quotes quotes, boolean[] told) {
        if (on.parent().filter(Expression.ExpandableString.class::isInstance).isPresent()) {
            return;
        }
        String text = on.text();
        for (int i = string.start(); i < string.end(); i++) {
            char c = text.charAt(i);
            if (holdsQuote(c, quotes)) {
                on.at(i, i + 1).text("quote").with(c).fix(i, i + 1, plain(c)).as(Severity.ERROR).report();
            } else if (c > 127 && !told[0]) {
                told[0] = true;
                on.at(i, i + 1).with(c).report();
            }
        }
    }

    private static String plain(char c) {
        return switch (c) {
            case '\u2013', '\u2014', '\u2015' -> "-";
            case '\u2018', '\u2019', '\u201A', '\u201B' -> "''";
            case '\u201C', '\u201D', '\u201E' -> "'";
            case '\u2026' -> "...";
            default -> "?";
        };
    }
}
