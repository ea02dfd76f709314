package org.poshremote.wsman.auth;

/** A sealed answer could not be taken for the service's. */
public final class SealingException extends Exception {
    private static final long serialVersionUID = 1L;

    public SealingException(String message) {
        super(message);
    }

    public SealingException(String message, Throwable cause) {
        super(message, cause);
    }
}
