package org.poshremote.wsman.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.poshremote.wsman.Endpoint;

/** The lines before the body of a request (RFC 9112 3). */
final class HttpHead {
    private HttpHead() {
    }

    /** @param extraHeader with its line end, or empty */
    static byte[] post(Endpoint endpoint, int length, String contentType, Optional<String> authorization, String extraHeader) {
        return ("POST " + endpoint.path() + " HTTP/1.1\r\n"
            + "Host: " + endpoint.authority() + "\r\n"
            + "User-Agent: PoshRemote\r\n"
            + "Connection: Keep-Alive\r\n"
            + "Content-Type: " + contentType + "\r\n"
            + "Content-Length: " + length + "\r\n"
            + extraHeader
            + authorization.map(value -> "Authorization: " + value + "\r\n").orElse("")
            + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
