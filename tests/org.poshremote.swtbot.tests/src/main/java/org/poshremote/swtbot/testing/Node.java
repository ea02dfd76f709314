package org.poshremote.swtbot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;

/** A demo node of a journey's own. */
public final class Node implements AutoCloseable {
    private final DemoNode node;

    public Node() {
        try {
            node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return node.host();
    }

    public String port() {
        return Integer.toString(node.port());
    }

    public String user() {
        return node.user();
    }

    public String password() {
        return node.usePassword(String::new);
    }

    @Override
    public void close() {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
