package org.poshremote.core.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.poshremote.core.run.internal.StreamDecoder;

/**
 * The raw bytes of a run's output, to be shown again in another code page without running again. In memory at first, past a
 * limit in a temporary file that is deleted by {@link #close}. Thread-safe.
 */
public final class OutputRecording implements AutoCloseable {
    /** The two streams of a process. */
    public enum Stream {
        STDOUT, STDERR
    }

    private final long inMemory;
    private final long limit;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(memory);
    private Path file;
    private OutputStream fileOut;
    private long size;
    private boolean complete = true;
    private boolean closed;

    /** For the run. Both limits in bytes. */
    public OutputRecording(long inMemory, long limit) {
        this.inMemory = inMemory;
        this.limit = limit;
    }

    /** For the run: adds what came. A full disk ends the recording, not the run. */
    public synchronized void add(Stream stream, byte[] bytes) {
        if (closed || !complete || bytes.length == 0) {
            return;
        }
        if (size + bytes.length > limit) {
            complete = false;
            return;
        }
        try {
            if (file == null && size + bytes.length > inMemory) {
                spool();
            }
            out.writeByte(stream.ordinal());
            out.writeInt(bytes.length);
            out.write(bytes);
            size += bytes.length;
        } catch (IOException e) {
            complete = false;
        }
    }

    /** Bytes of output kept. */
    public synchronized long size() {
        return size;
    }

    /** False where output went past the limit, or the disk was full: then the beginning is kept. */
    public synchronized boolean complete() {
        return complete;
    }

    /**
     * Gives all that was kept, in the order in which it came, each stream decoded by this charset.
     *
     * @throws IOException where the temporary file cannot be read, or the recording was closed
     */
    public void decode(Charset charset, BiConsumer<Stream, String> sink) throws IOException {
        StreamDecoder[] decoders = {new StreamDecoder(charset), new StreamDecoder(charset)};
        Stream[] streams = Stream.values();
        try (DataInputStream in = new DataInputStream(open())) {
            while (true) {
                int stream;
                byte[] bytes;
                try {
                    stream = in.readUnsignedByte();
                    bytes = new byte[in.readInt()];
                    in.readFully(bytes);
                } catch (EOFException e) {
                    break;
                }
                sink.accept(streams[stream], decoders[stream].decode(bytes));
            }
        }
        for (Stream stream : streams) {
            String rest = decoders[stream.ordinal()].finish();
            if (!rest.isEmpty()) {
                sink.accept(stream, rest);
            }
        }
    }

    /** Deletes what was kept. */
    @Override
    public synchronized void close() {
        closed = true;
        memory = new ByteArrayOutputStream();
        if (file != null) {
            try {
                fileOut.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private void spool() throws IOException {
        Path created = Files.createTempFile("poshremote-run", ".out");
        created.toFile().deleteOnExit();
        fileOut = Files.newOutputStream(created);
        file = created;
        memory.writeTo(fileOut);
        memory = new ByteArrayOutputStream();
        out = new DataOutputStream(new java.io.BufferedOutputStream(fileOut, 65_536));
    }

    private synchronized InputStream open() throws IOException {
        if (closed) {
            throw new IOException("The output of this run is no longer kept.");
        }
        out.flush();
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        return new java.io.BufferedInputStream(Files.newInputStream(file), 65_536);
    }
}
