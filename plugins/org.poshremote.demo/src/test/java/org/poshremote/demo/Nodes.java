package org.poshremote.demo;

import java.io.IOException;
import java.time.Duration;
import org.poshremote.demo.personality.Personality;

/** Nodes as the tests want them. */
public final class Nodes {
    /** So long that output and end of a short command always come in one Receive. */
    static final Duration PATIENT = Duration.ofSeconds(10);

    private Nodes() {
    }

    public static DemoNodeSettings settings(String personality) {
        return DemoNodeSettings.of(Personality.named(personality), new TestPrograms()).withGathering(PATIENT);
    }

    public static DemoNode start() throws IOException {
        return DemoNode.start(settings("windows-server-2022"));
    }
}
