package org.poshremote.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a peer's driver prints when its command has ended: one line of JSON, the same for every peer. */
final class PeerReport {
    private final long began = System.nanoTime();
    private long first = -1;
    private long bytes;

    void received(int count) {
        if (first < 0 && count > 0) {
            first = System.nanoTime();
        }
        bytes += count;
    }

    void print(long exitCode) {
        long ended = System.nanoTime();
        System.out.printf(Locale.ROOT, "{\"firstMillis\":%.3f,\"totalMillis\":%.3f,\"bytes\":%d,\"exitCode\":%d,\"peakKilobytes\":%d}%n",
            ((first < 0 ? ended : first) - began) / 1e6, (ended - began) / 1e6, bytes, exitCode, peakKilobytes());
    }

    /** The peak resident set (VmHWM, proc(5)) of this process; 0 where there is no /proc. */
    private static long peakKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
