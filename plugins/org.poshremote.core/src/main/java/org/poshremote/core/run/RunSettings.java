package org.poshremote.core.run;

import java.time.Duration;
import java.util.List;
import org.poshremote.core.settings.Setting;

/** The tunables of a run. */
public record RunSettings(Duration connectTimeout, Duration readTimeout, Duration operationTimeout,
        Duration shellIdleTimeout, Duration cancelGrace, int stdinInFirstSend, long recordingInMemory,
        long recordingLimit) {
    public static final Setting<Duration> CONNECT_TIMEOUT = new Setting<>("run.connect-timeout", Duration.ofSeconds(20),
            "ISO 8601", "How long to wait for the node to take a connection.");
    public static final Setting<Duration> READ_TIMEOUT = new Setting<>("run.read-timeout", Duration.ofSeconds(90),
            "ISO 8601", "How long to wait for the answer to one request; longer than the operation time-out.");
    public static final Setting<Duration> OPERATION_TIMEOUT = new Setting<>("run.operation-timeout", Duration.ofSeconds(40),
            "ISO 8601", "How long the node holds a request for output before it answers that there is none yet.");
    public static final Setting<Duration> SHELL_IDLE_TIMEOUT = new Setting<>("run.shell-idle-timeout", Duration.ofMinutes(15),
            "ISO 8601", "After how long without a request the node ends the shell by itself, as after a lost connection.");
    public static final Setting<Duration> CANCEL_GRACE = new Setting<>("run.cancel-grace", Duration.ofSeconds(2),
            "ISO 8601", "How long a cancelled script has to end before its shell is deleted.");
    public static final Setting<Integer> STDIN_IN_FIRST_SEND = new Setting<>("run.stdin-in-first-send", 4_096, "bytes",
            "Up to this size the script's standard input travels with the script instead of on a second connection.");
    public static final Setting<Long> RECORDING_IN_MEMORY = new Setting<>("run.recording-in-memory", 4L << 20, "bytes",
            "How much output of a run is kept in memory before it goes to a temporary file.");
    public static final Setting<Long> RECORDING_LIMIT = new Setting<>("run.recording-limit", 1L << 30, "bytes",
            "How much output of a run is kept at all, to be shown again in another code page.");
    public static final List<Setting<?>> ALL = List.of(CONNECT_TIMEOUT, READ_TIMEOUT, OPERATION_TIMEOUT, SHELL_IDLE_TIMEOUT,
            CANCEL_GRACE, STDIN_IN_FIRST_SEND, RECORDING_IN_MEMORY, RECORDING_LIMIT);

    public static final RunSettings DEFAULTS = new RunSettings(CONNECT_TIMEOUT.defaultValue(), READ_TIMEOUT.defaultValue(),
            OPERATION_TIMEOUT.defaultValue(), SHELL_IDLE_TIMEOUT.defaultValue(), CANCEL_GRACE.defaultValue(),
            STDIN_IN_FIRST_SEND.defaultValue(), RECORDING_IN_MEMORY.defaultValue(),
            RECORDING_LIMIT.defaultValue());
}
