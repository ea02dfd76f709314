package org.poshremote.demo.auth;

/** A sealed body that does not open. */
public final class ProtectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProtectionException(String message) {
        super(message);
    }
}
