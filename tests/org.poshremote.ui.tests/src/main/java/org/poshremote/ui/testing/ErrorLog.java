package org.poshremote.ui.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Platform;

/** The platform's log file: it also holds what was logged while the workbench started. */
public final class ErrorLog {
    private ErrorLog() {
    }

    /** Fails where anything of a severity above information is in the log. */
    public static void assertClean() {
        assertEquals(List.of(), entries());
    }

    /** Warnings and errors, each as its lines. */
    public static List<String> entries() {
        Path file = Platform.getLogFileLocation().toPath();
        List<String> found = new ArrayList<>();
        try {
            for (String entry : Files.exists(file) ? Files.readString(file).split("(?m)^!ENTRY ") : new String[0]) {
                String[] head = entry.split("\\s+", 3);
                if (head.length == 3 && head[1].matches("[248]")) {
                    found.add(entry.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Forgets what is there, for tests that provoke an entry. */
    public static void clear() {
        try {
            Files.deleteIfExists(Platform.getLogFileLocation().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
