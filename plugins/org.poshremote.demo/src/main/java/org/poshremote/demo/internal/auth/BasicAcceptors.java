package org.poshremote.demo.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.Verdict;

/** Basic (RFC 7617); over plain HTTP only where the service allows unencrypted traffic. It is checked on every request. */
public final class BasicAcceptors implements AcceptorFactory {
    private final String user;
    private final Predicate<byte[]> passwordMatches;
    private final boolean allowUnencrypted;

    /** @param passwordMatches gets the password's UTF-8 bytes */
    public BasicAcceptors(String user, Predicate<byte[]> passwordMatches, boolean allowUnencrypted) {
        this.user = user;
        this.passwordMatches = passwordMatches;
        this.allowUnencrypted = allowUnencrypted;
    }

    @Override
    public String scheme() {
        return "Basic";
    }

    @Override
    public String challenge() {
        return "Basic realm=\"WSMAN\"";
    }

    @Override
    public boolean offeredOn(ConnectionFacts connection) {
        return connection.https() || allowUnencrypted;
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Acceptor() {
            @Override
            public Verdict accept(String authorization) {
                return check(authorization);
            }

            @Override
            public boolean lastsForConnection() {
                return false;
            }
        };
    }

    private Verdict check(String authorization) {
        byte[] pair;
        try {
            pair = Base64.getDecoder().decode(authorization.substring(authorization.indexOf(' ') + 1).strip());
        } catch (IllegalArgumentException e) {
            return new Verdict.Rejected("not Base64");
        }
        int colon = 0;
        while (colon < pair.length && pair[colon] != ':') {
            colon++;
        }
        if (colon == pair.length) {
            return new Verdict.Rejected("no colon");
        }
        byte[] password = Arrays.copyOfRange(pair, colon + 1, pair.length);
        boolean nameRight = localName(new String(pair, 0, colon, StandardCharsets.UTF_8)).equals(user.toLowerCase(Locale.ROOT));
        boolean passwordRight = passwordMatches.test(password);
        Arrays.fill(password, (byte) 0);
        Arrays.fill(pair, (byte) 0);
        return nameRight && passwordRight ? new Verdict.Accepted(user) : new Verdict.Rejected("user or password");
    }

    /** Local accounts are also written {@code .\name} and {@code HOST\name}. */
    private static String localName(String name) {
        return name.substring(name.indexOf('\\') + 1).toLowerCase(Locale.ROOT);
    }

    /** Takes as long for a wrong password as for a right one. */
    public static boolean sameBytes(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }
}
