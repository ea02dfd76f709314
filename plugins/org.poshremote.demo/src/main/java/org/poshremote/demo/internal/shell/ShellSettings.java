package org.poshremote.demo.internal.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a Create asked for.
 *
 * @param resource      the kind of shell, by its resource URI
 * @param environment   in the client's order
 * @param outputStreams of {@code stdout} and {@code stderr}, in the client's order
 */
public record ShellSettings(String resource, String owner, String clientIp, String name, Map<String, String> environment, String workingDirectory, int codePage,
        Duration idleTimeout, List<String> inputStreams, List<String> outputStreams) {
}
