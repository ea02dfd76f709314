package org.poshremote.language.rename;

import java.net.URI;
import org.poshremote.language.workspace.TextRange;

/**
 * One change of a rename.
 *
 * @param start UTF-16 offset in the text of the file as it was read for the rename
 */
public record RenameEdit(URI file, int start, int end, TextRange range, String newText, Kind kind) {
    public enum Kind {
        /** What the script needs. */
        CODE,
        /** Help and examples; the script runs without it. */
        COMMENT,
        /** May mean something else: a person should look at it. */
        DOUBTFUL
    }
}
