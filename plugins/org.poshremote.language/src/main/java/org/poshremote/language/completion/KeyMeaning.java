package org.poshremote.language.completion;

import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.completion.internal.Cursor;
import org.poshremote.language.completion.internal.KeyLookup;
import org.poshremote.language.reference.Entry;

/** What a key of a hashtable means, where the text tells what the table is for. */
public final class KeyMeaning {
    private KeyMeaning() {
    }

    /** @param offset behind at least one character of the key */
    public static Optional<Entry> at(ScriptModel model, int offset, Surroundings surroundings) {
        return KeyLookup.at(new Cursor(model.script(), () -> model, offset, surroundings));
    }
}
