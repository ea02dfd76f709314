package org.poshremote.core.target;

import java.util.Objects;
import org.poshremote.core.secret.SecretKey;

/**
 * An account on a machine with an SSH server.
 *
 * @param host an IPv6 address without brackets
 */
public record JumpHost(String user, String host, int port) {
    /** Of SSH (RFC 4253 4.1). */
    public static final int SSH_PORT = 22;

    public JumpHost {
        Objects.requireNonNull(user);
        if (user.isBlank() || user.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("A jump host needs an account: user@host.");
        }
        if (!TargetRules.host(host) || host.startsWith("[")) {
            throw new IllegalArgumentException("\"" + host + "\" is not the host name or address of a jump host.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A jump host's port is a number from 1 to 65535, not " + port + ".");
        }
    }

    /**
     * "user@host[:port]"; an IPv6 address stands in brackets, and the user may hold "\\" and "@".
     *
     * @throws IllegalArgumentException with a sentence for the person
     */
    public static JumpHost parse(String text) {
        String typed = text.strip();
        int at = typed.lastIndexOf('@');
        if (at <= 0 || at == typed.length() - 1) {
            throw new IllegalArgumentException("A jump host is written as user@host or user@host:port.");
        }
        String place = typed.substring(at + 1);
        boolean literal = place.startsWith("[");
        int close = place.indexOf(']');
        if (literal && close < 0 || !literal && place.indexOf(':') != place.lastIndexOf(':')) {
            throw new IllegalArgumentException("A jump host's IPv6 address stands in brackets: user@[2001:db8::1]:22.");
        }
        String host = literal ? place.substring(1, close) : place.split(":", 2)[0];
        String port = literal ? place.substring(close + 1) : place.substring(host.length());
        if (!port.isEmpty() && !port.matches(":[0-9]{1,5}")) {
            throw new IllegalArgumentException("A jump host's port is a number from 1 to 65535: user@host:2222.");
        }
        return new JumpHost(typed.substring(0, at), host, port.isEmpty() ? SSH_PORT : Integer.parseInt(port.substring(1)));
    }

    /** "jump.example:22". */
    public String address() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** Where this account's password belongs; the same for a jump host and for a target reached by SSH. */
    public SecretKey secretKey() {
        return new SecretKey("ssh", host, port, user);
    }

    /** As it is written. */
    @Override
    public String toString() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return user + "@" + shown + (port == SSH_PORT ? "" : ":" + port);
    }
}
