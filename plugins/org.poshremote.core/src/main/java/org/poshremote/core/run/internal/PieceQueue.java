package org.poshremote.core.run.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process writes on both of its streams, in the order in which it came, for one reader. Writers wait while much of it is
 * unread, so that the node is slowed down and not this program filled up. Thread-safe.
 */
final class PieceQueue {
    private static final int MOST_BYTES = 1 << 20;
    private final List<NodeConnection.Piece> pieces = new ArrayList<>();
    private int bytes;
    private int openStreams = 2;
    private boolean readerGone;

    /** A stream of the process; to be closed at its end. */
    OutputStream stream(boolean error) {
        return new OutputStream() {
            private boolean ended;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] data, int offset, int length) throws IOException {
                byte[] copy = new byte[length];
                System.arraycopy(data, offset, copy, 0, length);
                put(new NodeConnection.Piece(error, copy));
            }

            @Override
            public void close() {
                if (!ended) {
                    ended = true;
                    end();
                }
            }
        };
    }

    private synchronized void put(NodeConnection.Piece piece) throws IOException {
        try {
            while (bytes >= MOST_BYTES && !readerGone) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (readerGone) {
            throw new IOException("nobody reads any more");
        }
        pieces.add(piece);
        bytes += piece.data().length;
        notifyAll();
    }

    private synchronized void end() {
        openStreams--;
        notifyAll();
    }

    /** Whoever writes comes back at once; so does who reads. */
    synchronized void abandon() {
        readerGone = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return openStreams == 0 && pieces.isEmpty() || readerGone;
    }

    /** What is there, after a wait for the first of it; may be nothing. */
    synchronized List<NodeConnection.Piece> take(long patienceMillis) throws InterruptedException {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        while (pieces.isEmpty() && openStreams > 0 && !readerGone) {
            long left = Math.ceilDiv(end - System.nanoTime(), 1_000_000L);
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        List<NodeConnection.Piece> taken = List.copyOf(pieces);
        pieces.clear();
        bytes = 0;
        notifyAll();
        return taken;
    }
}
