package org.poshremote.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.core.run.ScriptSource;

/** The files that a command is given, and what is wrong with them in words. */
final class LocalFiles {
    private LocalFiles() {
    }

    /** @param file "-" for standard input, which is read to its end */
    static ScriptSource script(String file, Surroundings surroundings) throws CommandFailure {
        try {
            return file.equals("-")
                ? ScriptSource.read("standard input", surroundings.in().readAllBytes())
                : ScriptSource.read(readable("the script", file, surroundings));
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.DATA, "the script " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Path readable(String what, String file, Surroundings surroundings) throws CommandFailure {
        Path path;
        try {
            path = surroundings.folder().resolve(file);
        } catch (InvalidPathException e) {
            throw new CommandFailure(ExitCodes.DATA, what + " " + file + " cannot be read: that is no file name here.", e);
        }
        String reason = !Files.exists(path) ? "there is no such file"
            : Files.isDirectory(path) ? "it is a folder"
            : !Files.isReadable(path) ? "you may not read it"
            : "";
        if (!reason.isEmpty()) {
            throw new CommandFailure(ExitCodes.DATA, what + " " + file + " cannot be read: " + reason + ".");
        }
        return path;
    }
}
