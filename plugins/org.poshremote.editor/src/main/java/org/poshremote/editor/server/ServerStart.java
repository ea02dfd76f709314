package org.poshremote.editor.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How a language server is started: the one seam between the editor and the program behind it. */
public interface ServerStart {
    /**
     * Streams of a running server.
     *
     * @param end ends what closing the streams does not; does not wait
     */
    record Streams(InputStream fromServer, OutputStream toServer, Runnable end) {
        public Streams(InputStream fromServer, OutputStream toServer) {
            this(fromServer, toServer, () -> { });
        }
    }

    /** Not in the UI thread. */
    Streams start() throws IOException;

    /** What it is told at the start beyond the capabilities of the client. Not in the UI thread. */
    default Object initializationOptions() {
        return ServerSettings.json();
    }
}
