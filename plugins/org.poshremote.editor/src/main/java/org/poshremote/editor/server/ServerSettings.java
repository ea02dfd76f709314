package org.poshremote.editor.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.poshremote.editor.preferences.EditorPreferences;
import org.poshremote.editor.target.TargetFacts;

/** What the server is configured with: the section {@code poshremote} as its documentation describes it. */
public final class ServerSettings {
    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

    private ServerSettings() {
    }

    /** Reads files, hence not in the UI thread. */
    static JsonObject json() {
        JsonObject own = EditorPreferences.serverSettings(TargetFacts.project());
        TargetFacts.json().ifPresent(target -> own.add("target", target));
        JsonObject all = new JsonObject();
        all.add("poshremote", own);
        return all;
    }

    /** The value at a dotted path, as workspace/configuration asks for it. */
    static Optional<Object> at(String section) {
        JsonElement value = json();
        for (String name : section == null || section.isEmpty() ? new String[0] : section.split("\\.")) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    static void addListener(Runnable action) {
        LISTENERS.add(action);
    }

    static void removeListener(Runnable action) {
        LISTENERS.remove(action);
    }

    /** Preferences, or the target of the script in front, are others now. From any thread. */
    public static void changed() {
        LISTENERS.forEach(Runnable::run);
        if (LanguageClients.own()) {
            ScriptServer.get().settingsChanged();
        }
    }
}
