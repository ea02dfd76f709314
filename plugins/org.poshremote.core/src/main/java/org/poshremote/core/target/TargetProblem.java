package org.poshremote.core.target;

import java.nio.file.Path;

/**
 * Something wrong in a target file.
 *
 * @param line   from 1; 0 where it concerns the whole file
 * @param column from 1; 0 where it concerns the whole file
 */
public record TargetProblem(Path file, int line, int column, Severity severity, String message) {
    public enum Severity {
        /** The file is not written until this is mended. */
        ERROR,
        /** Reported and kept as it is. */
        WARNING
    }

    /** "targets.json:3:5: message". */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + ":" + column : "") + ": " + message;
    }
}
