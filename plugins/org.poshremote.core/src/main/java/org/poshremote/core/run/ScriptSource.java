package org.poshremote.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The script of a run.
 *
 * @param name for people: a file name, "selection", "standard input"
 * @param text as PowerShell would read it, without a byte order mark
 * @param path the local file, where there is one
 */
public record ScriptSource(String name, String text, Optional<Path> path) {
    public ScriptSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(path);
    }

    public static ScriptSource of(String name, String text) {
        return new ScriptSource(name, text, Optional.empty());
    }

    /** Reads a file by its byte order mark, otherwise as UTF-8, otherwise as windows-1252. */
    public static ScriptSource read(Path file) throws IOException {
        return new ScriptSource(file.getFileName().toString(), ScriptText.decode(Files.readAllBytes(file)),
                Optional.of(file));
    }

    /** The same for bytes from elsewhere. */
    public static ScriptSource read(String name, byte[] bytes) {
        return of(name, ScriptText.decode(bytes));
    }
}
