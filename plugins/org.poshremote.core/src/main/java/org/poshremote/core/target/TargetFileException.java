package org.poshremote.core.target;

import java.nio.file.Path;
import java.util.List;

/** A target file was not written or not read, and is as it was. The message says why. */
public final class TargetFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<TargetProblem> problems;

    TargetFileException(Path file, List<TargetProblem> problems) {
        super(file + " has mistakes and was left as it is: " + problems.get(0));
        this.problems = List.copyOf(problems);
    }

    TargetFileException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    TargetFileException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** The mistakes that stand in the way; none where the file itself could not be read or written. */
    public List<TargetProblem> problems() {
        return problems;
    }
}
