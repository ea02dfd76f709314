package org.poshremote.demo.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One reply with a fixed length; encoded as a whole, so that it leaves in one write. */
public record HttpReply(int status, List<Map.Entry<String, String>> headers, byte[] body, boolean close) {
    private static final Map<Integer, String> REASONS = Map.of(200, "OK", 400, "Bad Request", 401, "Unauthorized", 404, "Not Found",
            405, "Method Not Allowed", 413, "Payload Too Large", 415, "Unsupported Media Type", 431, "Request Header Fields Too Large",
            500, "Internal Server Error", 503, "Service Unavailable");

    public static HttpReply empty(int status) {
        return new HttpReply(status, List.of(), new byte[0], false);
    }

    public static HttpReply html(int status) {
        String reason = REASONS.getOrDefault(status, "Error");
        return of(status, "text/html; charset=us-ascii", ("<!DOCTYPE html>\r\n<html><head><title>" + reason + "</title></head>\r\n<body><h2>"
                + reason + "</h2><hr><p>HTTP Error " + status + ".</p></body></html>\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public static HttpReply of(int status, String contentType, byte[] body) {
        return new HttpReply(status, List.of(Map.entry("Content-Type", contentType)), body, false);
    }

    public HttpReply with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new HttpReply(status, List.copyOf(more), body, close);
    }

    public HttpReply closing() {
        return new HttpReply(status, headers, body, true);
    }

    public byte[] encode() {
        return encode(Duration.ZERO);
    }

    /** @param clock how far the node's clock is ahead */
    public byte[] encode(Duration clock) {
        StringBuilder head = new StringBuilder(256).append("HTTP/1.1 ").append(status).append(' ')
                .append(REASONS.getOrDefault(status, "Error")).append("\r\n");
        headers.forEach(h -> head.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
        if (headers.stream().noneMatch(h -> h.getKey().equalsIgnoreCase("Server"))) {
            head.append("Server: Microsoft-HTTPAPI/2.0\r\n");
        }
        head.append("Date: ").append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plus(clock)))
                .append("\r\nContent-Length: ").append(body.length).append("\r\n");
        if (close) {
            head.append("Connection: close\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
