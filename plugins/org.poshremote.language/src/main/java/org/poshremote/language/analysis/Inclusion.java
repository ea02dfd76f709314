package org.poshremote.language.analysis;

import java.util.Optional;
import org.poshremote.language.syntax.Node;

/**
 * Another file or module that a script takes in.
 *
 * @param name      as written; {@code $PSScriptRoot} stands at its beginning as such
 * @param localPath relative to the script, with {@code /}, where the name is a path beside it that the text alone tells
 */
public record Inclusion(Node node, Kind kind, String name, Optional<String> localPath) {
    /** By which means. */
    public enum Kind {
        DOT_SOURCE, IMPORT_MODULE, USING_MODULE, REQUIRES
    }
}
