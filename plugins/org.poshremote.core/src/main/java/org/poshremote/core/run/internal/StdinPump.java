package org.poshremote.core.run.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.poshremote.core.run.StandardInput;

/** Sends the script's own standard input while its output is received. */
final class StdinPump {
    private final StandardInput stdin;
    private final NodeConnection.Command command;
    private final Emitter emitter;
    private volatile boolean ended;
    private Thread thread;

    StdinPump(StandardInput stdin, NodeConnection.Command command, Emitter emitter) {
        this.stdin = stdin;
        this.command = command;
        this.emitter = emitter;
    }

    /**
     * Input that is small and known travels with the script; empty where it has to be pumped.
     *
     * @throws IOException where the input cannot be read
     */
    static Optional<byte[]> small(StandardInput stdin, int limit) throws IOException {
        if (stdin instanceof StandardInput.Stream) {
            return Optional.empty();
        }
        try (InputStream in = stdin.open()) {
            byte[] start = in.readNBytes(limit + 1);
            return start.length > limit ? Optional.empty() : Optional.of(start);
        }
    }

    void start() {
        thread = Thread.ofVirtual().name("poshremote-run-stdin").start(this::pump);
    }

    /** The process has ended: what is left of the input has nobody to read it. A blocked read is not waited for. */
    void end() {
        ended = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void pump() {
        byte[] buffer = new byte[command.sendSize()];
        try (InputStream in = stdin.open()) {
            int read = in.read(buffer);
            while (read >= 0 && !ended) {
                command.send(buffer, 0, read, false);
                read = in.read(buffer);
            }
            if (!ended) {
                command.send(buffer, 0, 0, true);
            }
        } catch (IOException e) {
            finish();
            end("The standard input could not be read to its end: " + e.getMessage());
        } catch (NodeException e) {
            end("The rest of the standard input could not be sent: " + e.getMessage());
        }
    }

    /** The script gets an end of its input rather than waiting for ever. */
    private void finish() {
        try {
            command.send(new byte[0], 0, 0, true);
        } catch (NodeException e) {
            end("The end of the standard input could not be sent: " + e.getMessage());
        }
    }

    private void end(String note) {
        if (!ended) {
            emitter.note(note);
        }
    }
}
