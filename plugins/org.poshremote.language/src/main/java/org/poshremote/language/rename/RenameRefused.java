package org.poshremote.language.rename;

/** A name that cannot be changed, or not to that; the message says why in a sentence, and what to do where there is something. */
public final class RenameRefused extends Exception {
    public RenameRefused(String message) {
        super(message);
    }
}
