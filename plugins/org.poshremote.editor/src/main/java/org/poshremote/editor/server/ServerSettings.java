package org.poshremote.editor.server;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What the server is configured with: the section {@code poshremote} as its documentation describes it. */
public final class ServerSettings {
    private static final AtomicReference<Supplier<JsonObject>> SOURCE = new AtomicReference<>(JsonObject::new);

    private ServerSettings() {
    }

    /** Who knows the settings. */
    public static void from(Supplier<JsonObject> source) {
        SOURCE.set(source);
    }

    static JsonObject json() {
        JsonObject all = new JsonObject();
        all.add("poshremote", SOURCE.get().get());
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
