package org.poshremote.editor.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;

/** One direction of a conversation within this process. Who writes never waits; the end is a chunk without bytes. */
final class ByteQueue {
    private static final byte[] END = {};

    private final LinkedBlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

    final OutputStream out = new OutputStream() {
        @Override
        public void write(int value) {
            chunks.add(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (length > 0) {
                byte[] copy = new byte[length];
                System.arraycopy(bytes, from, copy, 0, length);
                chunks.add(copy);
            }
        }

        @Override
        public void close() {
            chunks.add(END);
        }
    };

    final InputStream in = new InputStream() {
        private byte[] chunk = {};
        private int at;
        private boolean ended;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (at == chunk.length && !more()) {
                return -1;
            }
            int copied = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, from, copied);
            at += copied;
            return copied;
        }

        private boolean more() {
            if (ended) {
                return false;
            }
            try {
                chunk = chunks.take();
                at = 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                chunk = END;
            }
            ended = chunk.length == 0;
            return !ended;
        }

        @Override
        public int available() {
            return chunk.length - at;
        }

        @Override
        public void close() {
            chunks.add(END);
        }
    };
}
