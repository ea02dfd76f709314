package org.poshremote.demo.internal.shell;

import java.util.List;
import java.util.OptionalInt;

/** What one Receive found. The exit code says that the command is done and all its output fetched. */
public record Received(List<Piece> pieces, OptionalInt exitCode) {
    /** {@code length} bytes from {@code offset} of {@code data}, which the reader must not change. */
    public record Piece(String stream, byte[] data, int offset, int length) {
    }
}
