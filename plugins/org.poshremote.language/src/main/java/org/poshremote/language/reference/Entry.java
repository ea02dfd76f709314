package org.poshremote.language.reference;

import java.util.List;

/**
 * A word of the language or of what belongs to it.
 *
 * @param type what its value is, or the values that are allowed with commas between; empty where it has none
 * @param says one sentence
 */
public record Entry(String name, String type, String says) {
    /** The value has to be given. */
    public boolean isNeeded() {
        return type.endsWith("!");
    }

    /** Without the mark of those that have to be given. */
    public String plainType() {
        return isNeeded() ? type.substring(0, type.length() - 1) : type;
    }

    /** Values that are allowed, where they are few and known. */
    public List<String> values() {
        return type.indexOf(',') > 0 ? List.of(type.split(",")) : List.of();
    }
}
