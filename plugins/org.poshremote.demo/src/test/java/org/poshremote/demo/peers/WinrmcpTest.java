package org.poshremote.demo.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.testing.Peers;

/** winrmcp (a client in Go) copies a file to the demo node: it appends Base64 with echo and decodes it with PowerShell at the end. */
class WinrmcpTest {
    private static final Pattern APPEND = Pattern.compile("echo\\s+([A-Za-z0-9+/=]+)\\s*>>\\s*\"?%TEMP%.*");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private HostedProgram program(String commandLine, ProgramContext context) {
        lines.add(commandLine);
        return c -> 0;
    }

    @Test
    void itCopiesAFile(@TempDir Path folder) throws IOException {
        Optional<String> winrmcp = Peer.find("winrmcp");
        Peers.require(winrmcp.isPresent(), "winrmcp");
        byte[] content = new byte[40_000];
        new Random(6).nextBytes(content);
        Path file = Files.write(folder.resolve("file.bin"), content);
        for (boolean https : new boolean[] { false, true }) {
            lines.clear();
            try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), this::program))) {
                Path ca = Files.writeString(folder.resolve("node.pem"), node.certificatePem());
                String address = "127.0.0.1:" + (https ? node.httpsPort() : node.port());
                // this client takes its password on the command line alone; it is the node's own, made for this test
                List<String> command = new java.util.ArrayList<>(List.of(winrmcp.get(), "-user=" + node.user(),
                        "-pass=" + node.<String>usePassword(String::new), "-addr=" + address));
                if (https) {
                    command.addAll(List.of("-https", "-cacert=" + ca));
                }
                command.addAll(List.of(file.toString(), "C:\\Temp\\file.bin"));
                Peer.Ended ended = Peer.run("", command);
                assertEquals(0, ended.exitCode(), ended.out() + ended.err() + node.requestLog().entries());
                assertArrayEquals(content, appended());
                assertTrue(lines.stream().anyMatch(l -> l.startsWith("powershell")), lines::toString);
                assertEquals(0, node.openShells());
                assertEquals(new HashSet<>(List.of("Create", "Command", "Receive", "Signal", "Delete")), new HashSet<>(node.requestLog().operations()));
                assertFalse(node.requestLog().entries().stream().anyMatch(e -> e.faultCode().isPresent()), node.requestLog().entries()::toString);
            }
        }
    }

    private byte[] appended() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String line : lines) {
            Matcher m = APPEND.matcher(line);
            if (m.matches()) {
                all.writeBytes(Base64.getDecoder().decode(m.group(1).getBytes(StandardCharsets.US_ASCII)));
            }
        }
        return all.toByteArray();
    }
}
