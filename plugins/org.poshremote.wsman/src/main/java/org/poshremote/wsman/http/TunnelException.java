package org.poshremote.wsman.http;

import java.io.IOException;

/** A way through another machine, such as an SSH jump host, did not come about. The message is for the person, and holds no secret. */
public class TunnelException extends IOException {
    private static final long serialVersionUID = 1L;

    public TunnelException(String message, Throwable cause) {
        super(message, cause);
    }
}
