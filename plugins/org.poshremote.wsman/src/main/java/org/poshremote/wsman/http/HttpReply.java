package org.poshremote.wsman.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param headers names in lower case
 * @param body    chunking undone; not to be changed
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Type and subtype in lower case, without parameters. */
    public String mediaType() {
        String type = header("content-type").orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    boolean endsConnection() {
        return connectionSays("close");
    }

    /** Of HTTP/1.0, which ends the connection otherwise. */
    boolean keepsConnection() {
        return connectionSays("keep-alive");
    }

    private boolean connectionSays(String word) {
        return headers("connection").stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
    }
}
