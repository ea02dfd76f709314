package org.poshremote.core.target;

import java.nio.file.Path;

/** Which file a target stands in. */
public sealed interface TargetOrigin {
    Path file();

    /** This person's own file: what it says holds. */
    record User(Path file) implements TargetOrigin {
    }

    /** A file that a team shares: what it says about trust holds only once it was confirmed on this machine. */
    record Project(Path file) implements TargetOrigin {
    }
}
