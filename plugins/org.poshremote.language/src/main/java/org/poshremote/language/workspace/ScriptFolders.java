package org.poshremote.language.workspace;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Finds the scripts under folders. Folders that are links are not entered, so that no loop and no file twice can come of it. */
final class ScriptFolders {
    private static final Set<String> LEFT_OUT = Set.of(".git", ".hg", ".svn", "node_modules");

    private ScriptFolders() {
    }

    /** At most so many; those that cannot be read are left out. */
    static List<Path> scripts(List<Path> folders, int most, BooleanSupplier cancelled) {
        Set<Path> found = new LinkedHashSet<>();
        Deque<Path> left = new ArrayDeque<>(folders);
        while (!left.isEmpty() && found.size() < most && !cancelled.getAsBoolean()) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(left.pop())) {
                for (Path entry : entries) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        if (!LEFT_OUT.contains(entry.getFileName().toString())) {
                            left.push(entry);
                        }
                    } else if (SourceText.isScript(entry) && found.size() < most && Files.isRegularFile(entry)) {
                        found.add(entry);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // a folder that is gone or closed to us has no scripts for us
                continue;
            }
        }
        return List.copyOf(found);
    }

    /** Whether a file lies in one of the folders and not in a part that is left out. */
    static boolean holds(List<Path> folders, Path file) {
        for (Path folder : folders) {
            if (file.startsWith(folder)) {
                for (Path part : folder.relativize(file)) {
                    if (LEFT_OUT.contains(part.toString())) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }
}
