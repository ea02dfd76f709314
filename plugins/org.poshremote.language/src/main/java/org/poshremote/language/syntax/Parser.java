package org.poshremote.language.syntax;

import org.poshremote.language.syntax.internal.ScriptParser;

/** Reads PowerShell, up to the newest 7.x. Never fails: every text gives a whole tree and a list of what is wrong with it. Thread-safe. */
public final class Parser {
    private Parser() {
    }

    /** @param text without byte order mark */
    public static Script parse(String text) {
        return ScriptParser.parse(text);
    }
}
