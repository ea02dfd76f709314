package org.poshremote.language.syntax;

import java.util.Comparator;
import org.poshremote.language.syntax.internal.ScriptParser;

/** Reads PowerShell, up to the newest 7.x. Never fails: every text gives a whole tree and a list of what is wrong with it. Thread-safe. */
public final class Parser {
    private Parser() {
    }

    /** @param text without byte order mark */
    public static Script parse(String text) {
        Script script = ScriptParser.parse(text);
        return new Script(text, script.root(),
            script.errors().stream().sorted(Comparator.comparingInt(SyntaxError::start)).toList(), script.comments());
    }
}
