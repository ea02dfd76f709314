package org.poshremote.wsman.auth.kerberos;

/** The cause of a sign-in by Kerberos that failed, where the program wants to know which. The message is the JDK's or the node's own. */
public final class KerberosException extends Exception {
    private static final long serialVersionUID = 1L;
    private final KerberosTrouble trouble;

    KerberosException(KerberosTrouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public KerberosTrouble trouble() {
        return trouble;
    }
}
