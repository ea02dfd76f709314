package org.poshremote.core.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

/**
 * Bytes on their way from an SSH channel to who reads them: one writer, who waits while it is full, and one reader, who waits with
 * a time-out as on a socket. Thread-safe.
 */
final class StreamBuffer {
    private final byte[] ring;
    private int start;
    private int filled;
    private boolean ended;
    private boolean readerGone;

    StreamBuffer(int capacity) {
        ring = new byte[capacity];
    }

    /** For the channel; closing it ends the stream. */
    OutputStream sink() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                put(bytes, offset, length);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private synchronized void put(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            while (filled == ring.length && !readerGone && !ended) {
                await(0);
            }
            if (readerGone || ended) {
                throw new IOException("nobody reads any more");
            }
            int at = (start + filled) % ring.length;
            int count = Math.min(length - done, Math.min(ring.length - filled, ring.length - at));
            System.arraycopy(bytes, offset + done, ring, at, count);
            filled += count;
            done += count;
            notifyAll();
        }
    }

    /** What was written before can still be read. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The reader goes: whoever writes or reads comes back at once. */
    synchronized void abandon() {
        readerGone = true;
        notifyAll();
    }

    /** @param timeoutMillis 0 waits for ever, as with sockets */
    synchronized int read(byte[] bytes, int offset, int length, int timeoutMillis) throws IOException {
        if (length == 0) {
            return 0;
        }
        long end = System.nanoTime() + timeoutMillis * 1_000_000L;
        while (filled == 0 && !ended && !readerGone) {
            long left = timeoutMillis == 0 ? 0 : Math.ceilDiv(end - System.nanoTime(), 1_000_000L);
            if (timeoutMillis != 0 && left <= 0) {
                throw new SocketTimeoutException("Read timed out");
            }
            await(left);
        }
        if (readerGone) {
            throw new IOException("closed");
        }
        if (filled == 0) {
            return -1;
        }
        int count = Math.min(length, Math.min(filled, ring.length - start));
        System.arraycopy(ring, start, bytes, offset, count);
        start = (start + count) % ring.length;
        filled -= count;
        notifyAll();
        return count;
    }

    synchronized int available() {
        return filled;
    }

    private void await(long millis) throws IOException {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    InputStream source(java.util.function.IntSupplier timeoutMillis) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return StreamBuffer.this.read(bytes, offset, length, timeoutMillis.getAsInt());
            }

            @Override
            public int available() {
                return StreamBuffer.this.available();
            }
        };
    }
}
