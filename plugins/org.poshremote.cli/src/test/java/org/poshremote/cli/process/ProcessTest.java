package org.poshremote.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.Main;
import org.poshremote.cli.run.ProtocolPeer;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.personality.Personality;

/** The terminal program as a process of its own: what only the operating system shows. */
@Timeout(90)
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    /** 128 and SIGTERM; Ctrl-C, SIGINT, takes the same way. */
    private static final int TERMINATED = 143;
    private static final int NOBODY_READS = 141;

    @TempDir
    private Path folder;
    private DemoNode node;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), new ProtocolPeer(65001)).withAllowUnencrypted(true)
            .withFaults(FaultPlan.none()));
    }

    @AfterEach
    void stop() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        node.close();
    }

    private void run(String script) throws IOException {
        Files.writeString(folder.resolve("script.ps1"), script);
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp", System.getProperty("java.class.path"), Main.class.getName(),
            "run", "script.ps1", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", node.user(), "--allow-unencrypted"));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectError(folder.resolve("err").toFile());
        builder.environment().put("POSHREMOTE_PASSWORD", node.usePassword(String::new));
        builder.environment().put("POSHREMOTE_CONFIG", folder.resolve("config").toString());
        process = builder.start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @Test
    void asItsProcessIsEndedTheScriptOnTheNodeIsToo() throws Exception {
        run("out first\nhang");
        byte[] first = process.getInputStream().readNBytes(7);
        assertEquals("first\r\n", new String(first, StandardCharsets.UTF_8), err());
        assertEquals(1, node.openShells());
        String shown = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        assertTrue(shown.contains("script.ps1"), shown);
        assertFalse(shown.contains(node.usePassword(String::new)), "the process list shows no password");
        process.destroy();
        assertTrue(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS));
        assertEquals(TERMINATED, process.exitValue(), err());
        assertEquals(0, node.openShells());
        assertTrue(node.requestLog().operations().containsAll(List.of("Signal", "Delete")));
        assertTrue(err().contains("cancelled"), err());
    }

    @Test
    void whenNobodyReadsItEndsQuietly() throws Exception {
        run("out first\nbig 2000000\nhang");
        assertEquals('f', process.getInputStream().read(), err());
        process.getInputStream().close();
        assertTrue(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS));
        assertEquals(NOBODY_READS, process.exitValue(), err());
        assertEquals("", err());
        assertEquals(0, node.openShells());
    }
}
