package org.poshremote.core.diagnose;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that a step saw. Causes are concluded from key and value alone, so both are free of the node's language.
 *
 * @param key   stable, dotted, such as "path.tcp"; docs/diagnosis.md lists them
 * @param value may be foreign data; never a secret
 */
public record Evidence(String key, String value) {
    public Evidence {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    public static Evidence of(String key, long value) {
        return new Evidence(key, Long.toString(value));
    }

    /** "path.tcp = refused". */
    @Override
    public String toString() {
        return key + " = " + value;
    }

    String folded() {
        return value.toLowerCase(Locale.ROOT);
    }
}
