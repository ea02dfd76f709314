package org.poshremote.language.completion;

import java.util.function.Supplier;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.completion.internal.Cursor;
import org.poshremote.language.completion.internal.Offers;
import org.poshremote.language.completion.internal.Place;
import org.poshremote.language.syntax.Script;

/** What could be written at a place of a script, as it stands while somebody types. */
public final class Completion {
    private Completion() {
    }

    /** @param offset of the cursor in the script's text */
    public static Proposals at(Script script, int offset, Surroundings surroundings) {
        return at(script, () -> ScriptModel.of(script), offset, surroundings);
    }

    /** @param model of the script; asked for where it is needed */
    public static Proposals at(Script script, Supplier<ScriptModel> model, int offset, Surroundings surroundings) {
        Cursor cursor = new Cursor(script, model, Math.clamp(offset, 0, script.text().length()), surroundings);
        Offers offers = new Offers(cursor);
        new Place(cursor, offers).offer();
        return offers.all();
    }
}
