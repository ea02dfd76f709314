package org.poshremote.demo;

import java.io.IOException;

/** What has one port of the node. */
interface PortListener extends AutoCloseable {
    int port();

    @Override
    void close() throws IOException;
}
