package org.poshremote.demo.internal.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** One of the two output streams of a program. */
final class StreamOutput extends OutputStream {
    private final String name;
    private final OutputQueue queue;

    StreamOutput(String name, OutputQueue queue) {
        this.name = name;
        this.queue = queue;
    }

    @Override
    public void write(int b) throws IOException {
        queue.write(name, new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        queue.write(name, bytes, offset, length);
    }
}
