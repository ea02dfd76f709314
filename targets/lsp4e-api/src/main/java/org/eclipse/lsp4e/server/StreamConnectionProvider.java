package org.eclipse.lsp4e.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/**
 * A declaration of LSP4E's interface as far as PoshRemote implements it, since LSP4E is not on Maven Central. In no feature:
 * where LSP4E is installed the bundle meets the real one. The build with {@code -Peclipse} leaves this out and compiles
 * against the real one, which shows where the two differ.
 */
public interface StreamConnectionProvider {
    void start() throws IOException;

    void stop();

    /** {@code null} before the start. */
    InputStream getInputStream();

    /** {@code null} before the start. */
    OutputStream getOutputStream();

    /** {@code null} where there is none. */
    InputStream getErrorStream();

    /** What goes into {@code initializationOptions}. */
    default Object getInitializationOptions(URI rootUri) {
        return null;
    }
}
