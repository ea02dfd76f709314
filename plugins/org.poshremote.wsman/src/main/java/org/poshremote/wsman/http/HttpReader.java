package org.poshremote.wsman.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 answers (RFC 9112) from a socket, each byte within a deadline. One thread at a time. */
final class HttpReader {
    /** What came is not HTTP, or more than the limits allow. */
    static final class MalformedReplyException extends IOException {
        private static final long serialVersionUID = 1L;
        final boolean tooLarge;

        MalformedReplyException(String message, boolean tooLarge) {
            super(message);
            this.tooLarge = tooLarge;
        }
    }

    /** Where the bytes come from. */
    interface Source {
        /** As {@link java.io.InputStream#read(byte[], int, int)}. */
        int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException;

        static Source of(Socket socket) throws IOException {
            var stream = socket.getInputStream();
            return (buffer, offset, length, deadline) -> {
                socket.setSoTimeout(deadline.remainingMillis());
                return stream.read(buffer, offset, length);
            };
        }
    }

    private final Source source;
    private final HttpLimits limits;
    private final byte[] buffer = new byte[32 * 1024];
    private int at;
    private int end;
    private boolean untilEnd;
    private boolean byteWise;
    private boolean reusable;

    HttpReader(Source source, HttpLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Whether the connection goes on after the last answer (RFC 9112 9.3): it was read whole and nobody said otherwise. */
    boolean reusable() {
        return reusable;
    }

    HttpReply read(Deadline deadline) throws IOException {
        return read(deadline, false);
    }

    /**
     * The answer to CONNECT. One of success has no content, whatever its headers say (RFC 9110 9.3.6): what comes after it belongs
     * to the tunnel, in which an SSH server speaks first. So not a byte more than the headers is taken from the source.
     */
    HttpReply readConnect(Deadline deadline) throws IOException {
        byteWise = true;
        return read(deadline, true);
    }

    private HttpReply read(Deadline deadline, boolean connect) throws IOException {
        reusable = false;
        while (true) {
            int[] headerBudget = {limits.headerBytes()};
            String statusLine = line(deadline, headerBudget);
            int status = status(statusLine);
            Map<String, List<String>> headers = headers(deadline, headerBudget);
            if (connect && status / 100 == 2) {
                return new HttpReply(status, headers, new byte[0]);
            }
            if (status >= 200) { // RFC 9110 15.2: interim answers come before the one that counts
                HttpReply reply = new HttpReply(status, headers, body(status, headers, deadline));
                reusable = at == end && !untilEnd && (statusLine.startsWith("HTTP/1.0") ? reply.keepsConnection() : !reply.endsConnection());
                return reply;
            }
            if (status == 101) {
                throw malformed("it switches to a protocol nobody asked for");
            }
        }
    }

    private static int status(String line) throws MalformedReplyException {
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        if (!http || !line.substring(9, 12).matches("[1-5][0-9]{2}") || line.length() > 12 && line.charAt(12) != ' ') {
            throw malformed("it begins with \"" + excerpt(line) + "\"");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String excerpt(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(40).forEach(c -> shown.append(c >= ' ' && c < 0x7F ? (char) c : '.'));
        return shown.toString();
    }

    private Map<String, List<String>> headers(Deadline deadline, int[] budget) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(deadline, budget); !line.isEmpty(); line = line(deadline, budget)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw malformed("a header is not one");
            }
            headers.computeIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(int status, Map<String, List<String>> headers, Deadline deadline) throws IOException {
        untilEnd = false;
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        List<String> coding = headers.getOrDefault("transfer-encoding", List.of());
        if (!coding.isEmpty()) { // RFC 9112 6.3: it overrides Content-Length
            if (coding.size() > 1 || !coding.get(0).equalsIgnoreCase("chunked")) {
                throw malformed("its transfer coding is unknown");
            }
            return chunked(deadline);
        }
        List<String> lengths = headers.getOrDefault("content-length", List.of());
        if (lengths.isEmpty()) {
            untilEnd = true;
            return untilEnd(deadline);
        }
        if (lengths.stream().distinct().count() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw malformed("its length is not a number");
        }
        byte[] body = new byte[bodySize(Long.parseLong(lengths.get(0)))];
        fill(body, 0, body.length, deadline);
        return body;
    }

    private int bodySize(long size) throws MalformedReplyException {
        if (size > limits.bodyBytes()) {
            throw new MalformedReplyException("the answer has more than " + limits.bodyBytes() + " bytes", true);
        }
        return (int) size;
    }

    private byte[] chunked(Deadline deadline) throws IOException {
        byte[] body = new byte[16 * 1024];
        int length = 0;
        while (true) {
            int[] budget = {limits.headerBytes()};
            String line = line(deadline, budget);
            int semicolon = line.indexOf(';'); // RFC 9112 7.1.1: extensions are ignored
            String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
            if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
                throw malformed("a chunk has no size");
            }
            int size = bodySize(Long.parseLong(digits, 16));
            if (size == 0) {
                while (!line(deadline, budget).isEmpty()) {
                    // trailers say nothing that is needed
                }
                return body.length == length ? body : Arrays.copyOf(body, length);
            }
            int whole = bodySize((long) length + size);
            if (whole > body.length) {
                body = Arrays.copyOf(body, (int) Math.min(limits.bodyBytes(), Math.max(whole, body.length * 2L)));
            }
            fill(body, length, size, deadline);
            length = whole;
            if (!line(deadline, budget).isEmpty()) {
                throw malformed("a chunk does not end where it should");
            }
        }
    }

    private byte[] untilEnd(Deadline deadline) throws IOException {
        byte[] body = new byte[4 * 1024];
        int length = 0;
        while (at < end || refill(deadline)) {
            int count = end - at;
            bodySize((long) length + count);
            if (length + count > body.length) {
                body = Arrays.copyOf(body, Math.max(length + count, body.length * 2));
            }
            System.arraycopy(buffer, at, body, length, count);
            length += count;
            at = end;
        }
        return Arrays.copyOf(body, length);
    }

    private void fill(byte[] target, int offset, int length, Deadline deadline) throws IOException {
        int done = 0;
        while (done < length) {
            if (at < end) {
                int count = Math.min(end - at, length - done);
                System.arraycopy(buffer, at, target, offset + done, count);
                at += count;
                done += count;
            } else {
                int count = source.read(target, offset + done, length - done, deadline); // large bodies skip the buffer
                if (count < 0) {
                    throw new EOFException();
                }
                done += count;
            }
        }
    }

    /** Without its end; CRLF or LF alone (RFC 9112 2.2). ISO 8859-1, so that every byte survives. */
    private String line(Deadline deadline, int[] budget) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (at == end && !refill(deadline)) {
                throw new EOFException();
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            budget[0] -= stop - at + 1;
            if (budget[0] < 0) {
                throw new MalformedReplyException("the headers have more than " + limits.headerBytes() + " bytes", true);
            }
            line.append(new String(buffer, at, stop - at, StandardCharsets.ISO_8859_1));
            if (stop < end) {
                at = stop + 1;
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            at = end;
        }
    }

    private boolean refill(Deadline deadline) throws IOException {
        at = 0;
        end = 0;
        int count = source.read(buffer, 0, byteWise ? 1 : buffer.length, deadline);
        if (count < 0) {
            return false;
        }
        end = count;
        return true;
    }

    private static MalformedReplyException malformed(String why) {
        return new MalformedReplyException(why, false);
    }
}
