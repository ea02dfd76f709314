package org.poshremote.editor.server;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WatchKind;

/**
 * Files that a server wants to hear about (LSP 3.18, FileSystemWatcher).
 *
 * @param kinds bits of {@link WatchKind}
 */
record WatchedFiles(Predicate<Path> files, int kinds) {
    private static final int ALL = WatchKind.Create | WatchKind.Change | WatchKind.Delete;

    /** From the options of a registration; what cannot be understood there watches nothing. */
    static List<WatchedFiles> of(Object options) {
        List<WatchedFiles> all = new ArrayList<>();
        if (new Gson().toJsonTree(options) instanceof JsonObject object && object.get("watchers") instanceof JsonArray watchers) {
            for (JsonElement each : watchers) {
                if (each instanceof JsonObject watcher) {
                    int kinds = watcher.get("kind") instanceof JsonPrimitive bits ? bits.getAsInt() : ALL;
                    files(watcher.get("globPattern")).ifPresent(files -> all.add(new WatchedFiles(files, kinds)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Predicate<Path>> files(JsonElement pattern) {
        if (pattern instanceof JsonPrimitive glob) {
            return matcher(glob.getAsString()).map(matcher -> matcher::matches);
        }
        if (pattern instanceof JsonObject relative && relative.get("pattern") instanceof JsonPrimitive glob) {
            JsonElement base = relative.get("baseUri") instanceof JsonObject folder ? folder.get("uri") : relative.get("baseUri");
            return base instanceof JsonPrimitive uri ? path(uri.getAsString()).flatMap(root -> matcher(glob.getAsString())
                .map(matcher -> path -> path.startsWith(root) && matcher.matches(root.relativize(path)))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Extensions count in any case, as they do to PowerShell. */
    private static Optional<PathMatcher> matcher(String glob) {
        try {
            PathMatcher exact = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return Optional.of(path -> exact.matches(path) || exact.matches(Path.of(path.toString().toLowerCase(Locale.ROOT))));
        } catch (PatternSyntaxException e) {
            ServerLog.line(glob + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) { // not in a file system of this machine
            return Optional.empty();
        }
    }

    /** Whether the server wants to hear about it. */
    boolean are(FileEvent file) {
        int kind = file.getType() == FileChangeType.Created ? WatchKind.Create : file.getType() == FileChangeType.Changed ? WatchKind.Change : WatchKind.Delete;
        return (kinds & kind) != 0 && path(file.getUri()).filter(files).isPresent();
    }
}
