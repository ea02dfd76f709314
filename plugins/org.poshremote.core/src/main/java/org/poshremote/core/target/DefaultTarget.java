package org.poshremote.core.target;

import java.util.Optional;
import java.util.function.Function;

/**
 * The target that a script is meant for: its own, else that of the nearest folder around it, else its project's. Kept with the
 * project as settings of the node {@code org.poshremote}: {@code target} for the project, {@code target/path} for what is in it.
 */
public final class DefaultTarget {
    /** Name of the node of settings. */
    public static final String NODE = "org.poshremote";
    private static final String KEY = "target";

    private DefaultTarget() {
    }

    /** The setting for exactly this. @param path within the project, with slashes; empty for the project itself */
    public static String key(String path) {
        return path.isEmpty() ? KEY : KEY + '/' + path;
    }

    /** What counts for a path. @param settings of the project; a blank one says nothing */
    public static Optional<String> of(String path, Function<String, Optional<String>> settings) {
        String at = path;
        while (true) {
            Optional<String> own = settings.apply(key(at)).map(String::strip).filter(name -> !name.isEmpty());
            if (own.isPresent() || at.isEmpty()) {
                return own;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }
}
