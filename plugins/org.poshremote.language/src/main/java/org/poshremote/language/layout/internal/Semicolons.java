package org.poshremote.language.layout.internal;

import java.util.Locale;
import java.util.Set;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.Token.Kind;

/** No semicolon at the end of a line, which ends a statement as well. */
public record Semicolons() implements Pass {
    /** After a line end they would go on with the statement that the semicolon ended. */
    private static final Set<String> GO_ON = Set.of("else", "elseif", "catch", "finally", "while", "until");

    @Override
    public void apply(Draft draft) {
        for (int i = 1; i < draft.size(); i++) {
            if (draft.kind(i) != Kind.SEMICOLON || !ends(draft, i) || !separates(draft, i) || draft.kind(i - 1) == Kind.SEMICOLON || draft.first(i) || draft.kind(i - 1).opens()) {
                continue;
            }
            draft.replace(i, "");
            draft.set(i, Gap.stripEnd(draft.gap(i).text()));
            draft.noteWord(i);
        }
    }

    private static boolean separates(Draft draft, int i) {
        return switch (draft.token(i).owner()) {
            case ScriptBlock block -> true;
            case NamedBlock block -> true;
            case StatementBlock block -> true;
            case Expression.Hashtable table -> true;
            case Statement.TypeDefinition type -> true;
            default -> false;
        };
    }

    private static boolean ends(Draft draft, int i) {
        Gap behind = draft.gap(i + 1);
        if (i + 1 == draft.size()) {
            return true;
        }
        return behind.breaks() > 0 && !behind.continued() && draft.kind(i + 1) != Kind.BAR && draft.kind(i + 1) != Kind.SEMICOLON
            && !GO_ON.contains(draft.word(i + 1).toLowerCase(Locale.ROOT)) && !behind.text().stripLeading().startsWith("<#");
    }
}
