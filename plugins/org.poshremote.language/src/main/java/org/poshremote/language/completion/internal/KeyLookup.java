package org.poshremote.language.completion.internal;

import java.util.Optional;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;

/** Finds the key that the cursor is in. */
public final class KeyLookup {
    private KeyLookup() {
    }

    public static Optional<Entry> at(Cursor cursor) {
        Optional<Clause.Entry> entry = cursor.around(Clause.Entry.class).filter(found -> found.key() == cursor.node());
        return entry.flatMap(found -> cursor.parentOf(found) instanceof Expression.Hashtable table
            ? found.key().constantText().flatMap(key -> new KeyProposals(cursor, new Offers(cursor)).known(table, key)) : Optional.empty());
    }
}
