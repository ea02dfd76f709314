package org.poshremote.editor.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How a language server is started: the one seam between the editor and the program behind it. */
public interface ServerStart {
    /** Streams of a running server; closing {@code toServer} ends it. */
    record Streams(InputStream fromServer, OutputStream toServer) {
    }

    /** Not in the UI thread. */
    Streams start() throws IOException;
}
