package org.poshremote.core.wirelog;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.wsman.Secret;

/** Takes secrets out of texts, wherever they stand. Thread-safe. */
final class KnownSecrets implements AutoCloseable {
    static final String MASK = "(secret)";
    private final List<Secret> secrets = new ArrayList<>();

    /** Copies; the caller's stays its own. */
    synchronized void add(Secret secret) {
        if (secret.use(letters -> letters.length > 0)) {
            secrets.add(secret.copy());
        }
    }

    synchronized String masked(String text) {
        String masked = text;
        for (Secret secret : secrets) {
            String before = masked;
            masked = secret.use(letters -> masked(before, letters));
        }
        return masked;
    }

    private static String masked(String text, char[] secret) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (stands(text, at, secret)) {
                result.append(MASK);
                at += secret.length;
            } else {
                result.append(text.charAt(at++));
            }
        }
        return result.toString();
    }

    private static boolean stands(String text, int at, char[] secret) {
        if (at + secret.length > text.length()) {
            return false;
        }
        for (int i = 0; i < secret.length; i++) {
            if (text.charAt(at + i) != secret[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized void close() {
        secrets.forEach(Secret::close);
        secrets.clear();
    }
}
