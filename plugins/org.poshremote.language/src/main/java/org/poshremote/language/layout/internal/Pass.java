package org.poshremote.language.layout.internal;

/** One aspect of a layout. Rules tell of what it would change, the formatter does it. Thread-safe. */
public interface Pass {
    void apply(Draft draft);
}
