package org.poshremote.wsman.auth.certificate;

/** A client certificate cannot be had; the message is a sentence for the person, and holds no secret. */
public final class ClientCertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Trouble {
        UNREADABLE, NOT_THERE, WRONG_PASSWORD, NO_KEY, OTHER_KEY, EXPIRED, NOT_YET, NOT_FOR_CLIENTS, AMBIGUOUS
    }

    private final Trouble trouble;

    ClientCertificateException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
