package org.poshremote.editor.server;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.poshremote.editor.target.TargetFacts;

/** What the server is configured with: the section {@code poshremote} as its documentation describes it. */
public final class ServerSettings {
    private ServerSettings() {
    }

    /** Reads files, hence not in the UI thread. */
    static JsonObject json() {
        JsonObject all = new JsonObject();
        JsonObject own = new JsonObject();
        TargetFacts.json().ifPresent(target -> own.add("target", target));
        all.add("poshremote", own);
        return all;
    }

    /** The value at a dotted path, as workspace/configuration asks for it. */
    static Optional<Object> at(String section) {
        Object value = json();
        for (String name : section == null || section.isEmpty() ? new String[0] : section.split("\\.")) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return Optional.ofNullable(value);
    }
}
