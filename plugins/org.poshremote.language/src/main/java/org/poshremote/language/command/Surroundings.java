package org.poshremote.language.command;

import java.nio.file.Path;
import java.util.Optional;
import org.poshremote.language.rules.TargetFacts;

/**
 * What is known besides the text of a script.
 *
 * @param file   its path, where it has one
 * @param others what the scripts around it declare
 */
public record Surroundings(Optional<Path> file, OtherScripts others, TargetFacts target) {
    /** Nothing is known. */
    public static final Surroundings NONE = new Surroundings(Optional.empty(), OtherScripts.NONE, TargetFacts.NONE);

    /** Without folder; empty where there is none. */
    public String fileName() {
        return file.map(Path::getFileName).map(Path::toString).orElse("");
    }

    public Optional<Path> folder() {
        return file.map(Path::getParent);
    }
}
