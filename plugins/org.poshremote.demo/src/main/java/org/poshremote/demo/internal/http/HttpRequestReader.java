package org.poshremote.demo.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads HTTP/1.x requests from one connection (RFC 9112); keeps what was read too far for the next one. */
public final class HttpRequestReader {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final HttpLimits limits;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int end;
    private long count;
    private int headLeft;

    /** @param out takes {@code 100 Continue} where the client asks for it */
    public HttpRequestReader(InputStream in, OutputStream out, HttpLimits limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    /** @return empty where the client closed the connection between two requests */
    public Optional<HttpRequest> read() throws IOException, BadRequestException {
        count = 0;
        headLeft = limits.headBytes();
        String line = firstLine();
        if (line == null) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || !parts[2].startsWith("HTTP/1.")) {
            throw new BadRequestException(400, "not an HTTP/1.x request line");
        }
        Map<String, List<String>> headers = headers();
        boolean close = hasToken(headers, "connection", "close");
        boolean keepAlive = parts[2].equals("HTTP/1.0") ? hasToken(headers, "connection", "keep-alive") : !close;
        byte[] body = body(headers);
        return Optional.of(new HttpRequest(parts[0], path(parts[1]), headers, body, keepAlive, count));
    }

    private String firstLine() throws IOException, BadRequestException {
        // RFC 9112 2.2: an empty line before the request line is to be skipped
        for (int i = 0; i < 4; i++) {
            if (position == end && !fill()) {
                return null;
            }
            String line = line();
            if (!line.isEmpty()) {
                return line;
            }
        }
        throw new BadRequestException(400, "empty lines instead of a request");
    }

    private Map<String, List<String>> headers() throws IOException, BadRequestException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            // a blank before the colon and folded lines are how requests are smuggled (RFC 9112 5.1, 5.2)
            if (colon <= 0 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
                throw new BadRequestException(400, "header line without a name");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException, BadRequestException {
        List<String> lengths = headers.getOrDefault("content-length", List.of());
        List<String> codings = headers.getOrDefault("transfer-encoding", List.of());
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty() || codings.size() != 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw new BadRequestException(400, "transfer coding not understood");
            }
            askForBody(headers);
            return chunked();
        }
        if (lengths.isEmpty()) {
            return new byte[0];
        }
        if (lengths.stream().distinct().count() != 1) {
            throw new BadRequestException(400, "two different lengths");
        }
        int length = number(lengths.get(0), 10);
        if (length > 0) {
            askForBody(headers);
        }
        byte[] body = new byte[length];
        readFully(body, 0, length);
        return body;
    }

    private void askForBody(Map<String, List<String>> headers) throws IOException {
        if (position == end && hasToken(headers, "expect", "100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
    }

    private byte[] chunked() throws IOException, BadRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(8192);
        headLeft = limits.headBytes();
        while (true) {
            String line = line();
            int semicolon = line.indexOf(';');
            int size = number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
            if (size == 0) {
                break;
            }
            if (body.size() + size > limits.bodyBytes()) {
                throw new BadRequestException(413, "body too large");
            }
            byte[] chunk = new byte[size];
            readFully(chunk, 0, size);
            body.writeBytes(chunk);
            if (!line().isEmpty()) {
                throw new BadRequestException(400, "chunk longer than it says");
            }
            headLeft = limits.headBytes();
        }
        headers(); // trailers mean nothing here
        return body.toByteArray();
    }

    private int number(String digits, int radix) throws BadRequestException {
        if (digits.isEmpty() || digits.length() > 12 || !digits.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128)) {
            throw new BadRequestException(400, "not a length");
        }
        long value = Long.parseLong(digits, radix);
        if (value > limits.bodyBytes()) {
            throw new BadRequestException(413, "body too large");
        }
        return (int) value;
    }

    private static boolean hasToken(Map<String, List<String>> headers, String name, String token) {
        return headers.getOrDefault(name, List.of()).stream().flatMap(v -> List.of(v.split(",")).stream())
                .anyMatch(v -> v.strip().equalsIgnoreCase(token));
    }

    private static String path(String target) {
        String path = target;
        int scheme = path.indexOf("://");
        if (scheme > 0 && !path.startsWith("/")) { // absolute form, as proxies send it
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path.substring(slash);
        }
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private String line() throws IOException, BadRequestException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            if (position == end && !fill()) {
                throw new EOFException("connection closed inside a request");
            }
            byte b = buffer[position++];
            count++;
            if (--headLeft < 0) {
                throw new BadRequestException(431, "headers too large");
            }
            if (b == '\n') {
                int length = line.length();
                if (length > 0 && line.charAt(length - 1) == '\r') {
                    line.setLength(length - 1);
                }
                return line.toString();
            }
            line.append((char) (b & 0xff));
        }
    }

    private void readFully(byte[] target, int offset, int length) throws IOException {
        int done = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, offset, done);
        position += done;
        while (done < length) {
            int n = in.read(target, offset + done, length - done);
            if (n < 0) {
                throw new EOFException("connection closed inside a body");
            }
            done += n;
        }
        count += length;
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(n, 0);
        return n > 0;
    }
}
