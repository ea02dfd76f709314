package org.poshremote.language.layout.internal;

import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Token.Kind;

/** Single quotes around what nothing is put into. */
public record Quotes() implements Pass {
    @Override
    public void apply(Draft draft) {
        for (int i = 0; i < draft.size(); i++) {
            if (draft.kind(i) != Kind.STRING || !(draft.token(i).owner() instanceof Expression.StringConstant string)) {
                continue;
            }
            String source = draft.word(i);
            boolean plain = string.quotes() == Expression.Quotes.DOUBLE && source.length() > 1 && source.charAt(0) == '"' && source.endsWith("\"")
                && source.indexOf('`') < 0 && source.indexOf('"', 1) == source.length() - 1 && source.chars().noneMatch(Quotes::ends);
            boolean here = string.quotes() == Expression.Quotes.DOUBLE_HERE && source.startsWith("@\"") && source.endsWith("\"@") && source.indexOf('`') < 0 && !source.contains("'@");
            if (plain) {
                draft.replace(i, "'" + source.substring(1, source.length() - 1) + "'");
                draft.noteWord(i);
            } else if (here) {
                draft.replace(i, "@'" + source.substring(2, source.length() - 2) + "'@");
                draft.noteWord(i);
            }
        }
    }

    /** Quotes of any kind would end the string, or would have had to be doubled in it. */
    private static boolean ends(int c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201E';
    }
}
