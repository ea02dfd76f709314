package org.poshremote.wsman.psrp;

/** Bytes that are no PowerShell remoting; the message is a clause such as "a fragment's header is cut off". */
public final class MalformedPsrpException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedPsrpException(String message) {
        super(message);
    }
}
