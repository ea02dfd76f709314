package org.poshremote.editor.target;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.poshremote.core.target.DefaultTarget;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TargetStore;
import org.poshremote.editor.server.ServerSettings;

/** What the server is told about the target of the script in front. */
public final class TargetFacts {
    /** Under {@link DefaultTarget#NODE} in the workspace: JSON of each node that a run has seen, by the name of the target. */
    public static final String SEEN = "facts";

    private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
    private static volatile Optional<String> target = Optional.empty();
    private static Optional<IProject> configuredFor = Optional.empty();
    private static volatile Optional<IFile> front = Optional.empty();

    private TargetFacts() {
    }

    /** The script in front is another now. In the UI thread. */
    static void inFront(Optional<IFile> script) {
        front = script;
        targetChanged();
    }

    static void targetChanged() {
        Optional<String> now = front.flatMap(ScriptTarget::of);
        Optional<IProject> projectNow = project();
        boolean other = !now.equals(target) || !projectNow.equals(configuredFor);
        target = now;
        configuredFor = projectNow;
        LISTENERS.forEach(Runnable::run);
        if (other) {
            ServerSettings.changed();
        }
    }

    /** The project of the script in front. From any thread. */
    public static Optional<IProject> project() {
        return front.map(IResource::getProject);
    }

    static void addListener(Runnable listener) {
        LISTENERS.add(listener);
    }

    static void removeListener(Runnable listener) {
        LISTENERS.remove(listener);
    }

    /** The value of {@code poshremote.target}. Reads the target files, hence not in the UI thread. */
    public static Optional<JsonElement> json() {
        return target.map(name -> {
            JsonObject facts = seen(name);
            store().find(name).map(StoredTarget::definition).ifPresent(definition -> define(facts, definition));
            facts.addProperty("name", name);
            return facts;
        });
    }

    private static void define(JsonObject facts, Target definition) {
        if (definition.kind() == TargetKind.NANO_TP3) {
            facts.addProperty("profile", "nano-tp3");
        }
    }

    private static JsonObject seen(String name) {
        String text = InstanceScope.INSTANCE.getNode(DefaultTarget.NODE).node(SEEN).get(name, "{}");
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
        } catch (JsonParseException e) { // somebody edited it by hand: nothing is known then
            return new JsonObject();
        }
    }

    /** Names of all targets. Reads files. */
    static List<String> names() {
        return store().load().targets().stream().map(stored -> stored.definition().name()).distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    private static TargetStore store() {
        List<Path> projects = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isAccessible).map(IResource::getLocation)
            .filter(Objects::nonNull).map(IPath::toPath).toList();
        return TargetStore.ofThisUser(projects);
    }
}
