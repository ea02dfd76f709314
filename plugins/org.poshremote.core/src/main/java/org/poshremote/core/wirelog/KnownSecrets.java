package org.poshremote.core.wirelog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.wsman.Secret;

/** Takes secrets out of texts, wherever they stand. Thread-safe. */
final class KnownSecrets implements AutoCloseable {
    static final String MASK = "(secret)";
    private static final Map<Character, String> ESCAPES = Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&apos;");
    private final List<Secret> secrets = new ArrayList<>();

    /** Copies; the caller's stays its own. Output within XML, such as PowerShell's own, has it in its escapes. */
    synchronized void add(Secret secret) {
        if (secret.use(letters -> letters.length > 0)) {
            secrets.add(secret.copy());
            secret.use(KnownSecrets::escaped).ifPresent(secrets::add);
            // of two that begin alike the longer one, whose end would stay readable else
            secrets.sort(Comparator.comparing(KnownSecrets::length).reversed());
        }
    }

    private static int length(Secret secret) {
        return secret.use(letters -> letters.length);
    }

    private static Optional<Secret> escaped(char[] letters) {
        char[] escaped = new char[letters.length * ESCAPES.get('"').length()];
        int length = 0;
        for (char letter : letters) {
            String as = ESCAPES.getOrDefault(letter, "");
            if (as.isEmpty()) {
                escaped[length++] = letter;
            } else {
                as.getChars(0, as.length(), escaped, length);
                length += as.length();
            }
        }
        char[] fitting = Arrays.copyOf(escaped, length);
        try {
            return length == letters.length ? Optional.empty() : Optional.of(Secret.of(fitting));
        } finally {
            Arrays.fill(escaped, '\0');
            Arrays.fill(fitting, '\0');
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
