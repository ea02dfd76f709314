package org.poshremote.demo.internal.auth.kerberos;

/** A token that proves nothing; the message is for the request log. */
public final class KerberosRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    public KerberosRefusal(String message) {
        super(message);
    }
}
