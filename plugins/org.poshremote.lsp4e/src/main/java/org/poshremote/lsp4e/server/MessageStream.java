package org.poshremote.lsp4e.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes the messages of a client, each of which ends with a flush, and lets others say something between two of them (LSP base
 * protocol). Nothing goes in before the handshake is over, which is the client's first two messages. Thread-safe.
 */
final class MessageStream extends OutputStream {
    private static final int HANDSHAKE = 2;

    private final OutputStream server;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int sent;
    private Optional<String> held = Optional.empty();

    MessageStream(OutputStream server) {
        this.server = server;
    }

    /** Sends JSON as a message of its own; what was said before the handshake is over is replaced by what is said later. */
    synchronized void insert(String json) throws IOException {
        if (sent < HANDSHAKE || message.size() > 0) {
            held = Optional.of(json);
        } else {
            byte[] content = json.getBytes(StandardCharsets.UTF_8);
            server.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            server.write(content);
            server.flush();
        }
    }

    @Override
    public synchronized void write(int value) {
        message.write(value);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        message.write(bytes, from, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        if (message.size() > 0) {
            message.writeTo(server);
            message.reset();
            sent++;
        }
        server.flush();
        if (sent >= HANDSHAKE && held.isPresent()) {
            String json = held.get();
            held = Optional.empty();
            insert(json);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        flush();
        server.close();
    }
}
