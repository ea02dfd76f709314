package org.poshremote.demo.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request, its body whole.
 *
 * @param headers names in lower case
 * @param bytes   what came over the wire, head and framing included
 */
public record HttpRequest(String method, String path, Map<String, List<String>> headers, byte[] body, boolean keepAlive, long bytes) {
    /** Without headers and body: they hold credentials. */
    @Override
    public String toString() {
        return method + " " + path + ", " + body.length + " bytes";
    }

    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }
}
