package org.poshremote.core.diagnose;

import java.time.Duration;
import java.util.List;
import org.poshremote.core.settings.Setting;

/**
 * The tunables of a diagnosis.
 *
 * @param total       for everything; no step goes on after it
 * @param connect     for each TCP connection and TLS handshake
 * @param answer      for each answer
 * @param neighbours  ports that are looked at beside the target's
 */
public record DiagnosisSettings(Duration total, Duration connect, Duration answer, List<Integer> neighbours) {
    public static final Setting<Duration> TOTAL = new Setting<>("diagnosis.total", Duration.ofSeconds(60), "ISO 8601",
        "How long a whole diagnosis may take; what has not begun by then is not reached.");
    public static final Setting<Duration> CONNECT = new Setting<>("diagnosis.connect-timeout", Duration.ofSeconds(6), "ISO 8601",
        "How long a diagnosis waits for a port to take a connection, and for TLS.");
    public static final Setting<Duration> ANSWER = new Setting<>("diagnosis.answer-timeout", Duration.ofSeconds(15), "ISO 8601",
        "How long a diagnosis waits for each answer of the node.");
    public static final List<Setting<?>> ALL = List.of(TOTAL, CONNECT, ANSWER);
    /** WinRM over HTTP and HTTPS, behind the NAT of Vagrant, of its version 1 and web servers. */
    public static final List<Integer> NEIGHBOURS = List.of(5985, 5986, 55985, 80, 443);

    public static final DiagnosisSettings DEFAULTS =
        new DiagnosisSettings(TOTAL.defaultValue(), CONNECT.defaultValue(), ANSWER.defaultValue(), NEIGHBOURS);

    public DiagnosisSettings {
        neighbours = List.copyOf(neighbours);
    }

    public DiagnosisSettings withTimes(Duration newTotal, Duration newConnect, Duration newAnswer) {
        return new DiagnosisSettings(newTotal, newConnect, newAnswer, neighbours);
    }

    public DiagnosisSettings withNeighbours(List<Integer> ports) {
        return new DiagnosisSettings(total, connect, answer, ports);
    }
}
