package org.poshremote.language.syntax.internal;

import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;

/** One parse of one text. */
public final class ScriptParser {
    private ScriptParser() {
    }

    public static Script parse(String text) {
        Source source = new Source(text);
        ScriptBlock root = new Statements(source).script();
        return new Script(text, root, source.errors, source.comments);
    }
}
