package org.poshremote.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;

/**
 * Runs the same commands with PoshRemote and with other WinRM clients against one demo node, each in a process of its own, and
 * prints what it cost: requests, connections, time to the first output, time for 50 MB, peak memory. Numbers of one run on
 * one machine; the ratios are what counts.
 */
public final class PeerComparison {
    private static final int MEGABYTES = 50;
    private static final String QUICK = "hello";
    private static final String FLOOD = "flood";
    private static final long LONGEST_SECONDS = 300;

    /** @param command without the arguments that all drivers take: host, port, user, command line */
    private record Peer(String name, List<String> command) {
    }

    private PeerComparison() {
    }

    /** @param arguments the folder "peers" with the drivers that are not Java */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path peers = Path.of(arguments[0]);
        System.out.printf("%-28s %8s %6s %10s %10s %9s %9s%n", "client", "requests", "conns", "first ms", "total ms", "MB/s", "peak MB");
        List<Peer> all = peers(peers);
        measure(all.get(0), QUICK, false); // makes the class-data archive, as the first run after a build does
        for (String scenario : List.of(QUICK, FLOOD)) {
            System.out.println("-- " + (scenario.equals(QUICK) ? "one command, one line of output" : MEGABYTES + " MB of output"));
            measure(all.get(all.size() - 1), scenario, false); // so that no peer pays for the node's own warming up
            for (Peer peer : all) {
                measure(peer, scenario, true);
            }
        }
    }

    private static List<Peer> peers(Path folder) throws IOException, InterruptedException {
        List<Peer> peers = new ArrayList<>();
        // with the launcher's own flags: the script "poshremote" says why
        Path archive = Files.createTempDirectory("poshremote").resolve("classes.jsa");
        archive.toFile().deleteOnExit();
        peers.add(java("PoshRemote", "org.poshremote.benchmarks.peers.PoshRemoteDriver", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmn16m",
            "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds*=off"));
        peers.add(java("Overthere 5.3.2", "org.poshremote.benchmarks.peers.OverthereDriver"));
        peers.add(java("winrm4j 0.12.3", "org.poshremote.benchmarks.peers.Winrm4jDriver"));
        peers.add(new Peer("python3-winrm (Debian)", List.of("/usr/bin/python3", folder.resolve("python_winrm.py").toString())));
        goClient(folder).ifPresent(peers::add);
        return peers;
    }

    private static Peer java(String name, String main, String... flags) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return new Peer(name, command);
    }

    /** Built from Debian's sources of the client, where the compiler and they are installed. */
    private static Optional<Peer> goClient(Path folder) throws IOException, InterruptedException {
        Path binary = Files.createTempDirectory("go-winrm").resolve("go_winrm");
        binary.toFile().deleteOnExit();
        try {
            ProcessBuilder build = new ProcessBuilder("go", "build", "-o", binary.toString(), folder.resolve("go_winrm.go").toString());
            build.environment().put("GO111MODULE", "off");
            build.environment().put("GOPATH", "/usr/share/gocode");
            build.environment().put("GOFLAGS", "");
            build.redirectErrorStream(true);
            Process process = build.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return Optional.of(new Peer("masterzen/winrm (Debian)", List.of(binary.toString())));
            }
            System.out.println("The Go client is left out: " + output.lines().findFirst().orElse("it cannot be built"));
        } catch (IOException e) {
            System.out.println("The Go client is left out: there is no Go compiler (Debian: golang-go, golang-github-masterzen-winrm-dev).");
        }
        return Optional.empty();
    }

    private static void measure(Peer peer, String scenario, boolean shown) throws IOException, InterruptedException {
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), (line, context) -> program(line)).withAllowUnencrypted(true))) {
            List<String> command = new ArrayList<>(peer.command());
            command.addAll(List.of(node.host(), Integer.toString(node.port()), node.user(), scenario));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("BENCH_PASSWORD", node.usePassword(String::new));
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Optional<String> line = output.lines().filter(text -> text.startsWith("{")).findFirst();
            if (!shown) {
                return;
            }
            JsonNode report = line.isEmpty() ? new ObjectMapper().createObjectNode() : new ObjectMapper().readTree(line.get());
            if (report.path("bytes").asLong() < (scenario.equals(FLOOD) ? MEGABYTES * 1_000_000L : 1)) {
                System.out.printf("%-28s failed: %d bytes of output, exit code of the client %d%n", peer.name(), report.path("bytes").asLong(), process.exitValue());
                return;
            }
            double seconds = report.path("totalMillis").asDouble() / 1000;
            System.out.printf(Locale.ROOT, "%-28s %8d %6d %10.0f %10.0f %9s %9.0f%n", peer.name(), node.requestLog().requests(), node.requestLog().connections(),
                report.path("firstMillis").asDouble(), report.path("totalMillis").asDouble(),
                scenario.equals(FLOOD) ? String.format(Locale.ROOT, "%.1f", report.path("bytes").asDouble() / 1e6 / seconds) : "",
                report.path("peakKilobytes").asDouble() / 1024);
        }
    }

    private static HostedProgram program(String line) {
        return world -> {
            byte[] block = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abc\r\n".repeat(1024).getBytes(StandardCharsets.US_ASCII);
            try {
                // Overthere puts a CD before the command
                if (line.contains(FLOOD)) {
                    for (long left = MEGABYTES * 1_000_000L; left > 0; left -= block.length) {
                        world.stdout().write(block, 0, (int) Math.min(left, block.length));
                    }
                } else {
                    world.stdout().write("hello\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                return 0;
            } catch (IOException e) {
                return 1; // ended from outside
            }
        };
    }
}
