package org.poshremote.language.workspace;

/** How far the indexing of a workspace is. Called on threads of the workspace, one call after the other. */
public interface IndexProgress {
    IndexProgress NONE = new IndexProgress() {
    };

    default void begin(int files) {
    }

    default void done(int filesDone, int files) {
    }

    /** @param leftOut files that were too large or held no text */
    default void end(int files, int leftOut) {
    }

    /** Whether the person wants it to stop; what is indexed by then stays. */
    default boolean cancelled() {
        return false;
    }
}
