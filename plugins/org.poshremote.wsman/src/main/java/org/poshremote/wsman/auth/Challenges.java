package org.poshremote.wsman.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads WWW-Authenticate (RFC 9110 11.6.1). WinRM sends a header for each scheme; a list in one header is read as well. */
public final class Challenges {
    private Challenges() {
    }

    /** The schemes in the order in which they are offered. */
    public static List<String> schemes(List<String> challenges) {
        List<String> schemes = new ArrayList<>();
        for (String challenge : challenges) {
            boolean quoted = false;
            int begin = 0;
            for (int i = 0; i <= challenge.length(); i++) {
                if (i == challenge.length() || challenge.charAt(i) == ',' && !quoted) {
                    scheme(challenge.substring(begin, i).strip()).ifPresent(schemes::add);
                    begin = i + 1;
                } else if (challenge.charAt(i) == '"') {
                    quoted = !quoted;
                }
            }
        }
        return schemes;
    }

    /** The token that follows the scheme, where the service sent one for it. */
    public static Optional<String> token(List<String> challenges, String scheme) {
        String begin = scheme.toLowerCase(Locale.ROOT) + " ";
        return challenges.stream().map(String::strip)
            .filter(challenge -> challenge.toLowerCase(Locale.ROOT).startsWith(begin))
            .map(challenge -> challenge.substring(begin.length()).strip())
            .findFirst();
    }

    /** A part of a list begins a challenge unless it is a parameter, name=value, of the one before. */
    private static Optional<String> scheme(String part) {
        int blank = part.indexOf(' ');
        String word = blank < 0 ? part : part.substring(0, blank);
        return word.isEmpty() || word.indexOf('=') >= 0 ? Optional.empty() : Optional.of(word);
    }
}
