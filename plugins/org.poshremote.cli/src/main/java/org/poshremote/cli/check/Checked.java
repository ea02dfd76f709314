package org.poshremote.cli.check;

import java.nio.file.Path;
import java.util.List;
import org.poshremote.language.syntax.LineMap;

/**
 * One file after its check.
 *
 * @param shown as the person would name it, from where they are
 * @param fixed how many fixes were written to the file
 * @param lines of the text that the problems are in
 */
record Checked(ScriptPath shown, List<Found> problems, int fixed, LineMap lines) {
    /** @param name relative to the folder of the call where it lies within it */
    record ScriptPath(Path file, String name) {
    }
}
