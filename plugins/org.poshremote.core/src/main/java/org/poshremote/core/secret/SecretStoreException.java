package org.poshremote.core.secret;

/** The store could not be read or written, for instance because the person did not unlock it. Holds no secret. */
public final class SecretStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    public SecretStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
