package org.poshremote.core.settings;

import java.util.Objects;

/**
 * One tunable. Preferences, command-line help and documentation are made from these.
 *
 * @param name         stable, dotted, such as "run.cancel-grace"
 * @param defaultValue in the unit given
 * @param unit         "ms", "bytes", "files" …; empty for none
 * @param doc          one line for people
 */
public record Setting<T>(String name, T defaultValue, String unit, String doc) {
    public Setting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(defaultValue);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(doc);
    }
}
