package org.poshremote.wsman.auth.ntlm;

/** A token that is malformed, asks for something weaker than we do, or does not check. Messages begin in lower case. */
public final class NtlmException extends Exception {
    private static final long serialVersionUID = 1L;

    public NtlmException(String message) {
        super(message);
    }
}
