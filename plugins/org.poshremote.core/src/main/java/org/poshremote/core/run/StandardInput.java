package org.poshremote.core.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the script reads on its standard input, byte for byte; the node decodes it by its code page. */
public sealed interface StandardInput {
    /** Opened by the run, at most twice for bytes and files, once for a stream; closed by it; read on threads of its own. */
    InputStream open() throws IOException;

    /** The script sees the end of its input at once. */
    record None() implements StandardInput {
        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }

    record Bytes(byte[] bytes) implements StandardInput {
        public Bytes {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    record File(Path path) implements StandardInput {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** Sent as it comes; for input typed while the script runs. */
    record Stream(InputStream stream) implements StandardInput {
        @Override
        public InputStream open() {
            return stream;
        }
    }

    StandardInput NONE = new None();
}
