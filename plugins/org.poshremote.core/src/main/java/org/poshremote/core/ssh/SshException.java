package org.poshremote.core.ssh;

import java.util.List;
import org.poshremote.wsman.http.TunnelException;

/** An SSH server was not reached, not trusted, not signed in to, or led nowhere. The message is for the person, and holds no secret. */
public final class SshException extends TunnelException {
    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        NAME_NOT_RESOLVED, UNREACHABLE, TIMEOUT,
        /** What answered speaks no SSH, or ended the connection before it did. */
        NO_SSH,
        /** Server and this program have no algorithm in common. */
        ALGORITHMS,
        /** The key is in no list of known ones, and nobody said that it is right. */
        HOST_KEY_UNKNOWN,
        /** Another key than the known one, or a revoked one. */
        HOST_KEY_CHANGED,
        /** No key and no password was taken, or there was none. */
        SIGN_IN,
        /** The password was rejected before and is not sent again by itself. */
        HELD_BACK,
        /** Keys or known servers of this machine cannot be read. */
        SETTINGS,
        /** The server's rules forbid forwarding to the node. */
        FORWARDING_DENIED,
        /** The server did not reach the node. */
        NODE_UNREACHABLE,
        /** The server runs no command for this account. */
        EXEC_DENIED,
        /** The connection was lost. */
        LOST,
        /** Closed from here. */
        CLOSED
    }

    private final Reason reason;
    private final transient List<String> methods;

    public SshException(Reason reason, String message, Throwable cause) {
        this(reason, message, List.of(), cause);
    }

    /** @param methods by which the server lets sign in, where it said so */
    SshException(Reason reason, String message, List<String> methods, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.methods = List.copyOf(methods);
    }

    public Reason reason() {
        return reason;
    }

    /** "publickey", "password", …; empty where the server was not asked. */
    public List<String> methods() {
        return methods == null ? List.of() : methods;
    }
}
