package org.poshremote.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.cli.run.ProtocolPeer;
import org.poshremote.demo.personality.Personality;

@Timeout(60)
class DemoCommandTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void prepare() {
        session = new Session(folder);
        session.demoPrograms = personality -> new ProtocolPeer(65001);
    }

    @Test
    void listsThePersonalities() {
        assertEquals(0, session.call("demo", "--list"));
        for (String name : Personality.names()) {
            assertTrue(session.out().contains(name), session.out());
        }
    }

    /** What it prints is enough for another process to run on it, over HTTP as over HTTPS, and it ends when it is asked to. */
    @Test
    void whatItPrintsIsEnoughToRunOnIt() throws Exception {
        CompletableFuture<Runnable> interrupt = session.interruptible();
        CompletableFuture<Integer> status = session.begin("demo", "--certificate", "node.pem");
        Runnable end = interrupt.get(30, TimeUnit.SECONDS);
        String said = session.out();
        assertTrue(said.contains("windows-server-2022"), said);
        Session other = new Session(folder);
        other.environment.put("POSHREMOTE_PASSWORD", found("Password  (\\S+)", said));
        other.file("a.ps1", "out x");
        String user = found("Account   (\\S+)", said);
        assertEquals(0, other.call("run", "a.ps1", "--host", "127.0.0.1", "--port", found("https://[^:]+:(\\d+)", said), "--https",
            "--ca", folder.resolve("node.pem").toString(), "--user", user), other.err());
        assertEquals("x\r\n", other.out());
        assertTrue(Files.readString(folder.resolve("node.pem")).startsWith("-----BEGIN CERTIFICATE-----"));
        String http = found("http://[^:]+:(\\d+)", said);
        end.run();
        assertEquals(ExitCodes.CANCELLED, status.get());
        assertEquals(ExitCodes.UNAVAILABLE, other.call("run", "a.ps1", "--host", "127.0.0.1", "--port", http, "--allow-unencrypted", "--user", user));
    }

    @Test
    void theHintFollowsTheNode() throws Exception {
        assertTrue(saidBy("demo", "--personality", "nano-tp3").contains("--user demo --kind nano-tp3"));
        assertTrue(saidBy("demo", "--allow-unencrypted=no").contains("takes encrypted traffic alone"));
        assertFalse(saidBy("demo", "--allow-unencrypted", "yes").contains("encrypted"), "what is encrypted needs no permission");
    }

    private String saidBy(String... command) throws Exception {
        CompletableFuture<Runnable> interrupt = session.interruptible();
        CompletableFuture<Integer> status = session.begin(command);
        interrupt.get(30, TimeUnit.SECONDS).run();
        assertEquals(ExitCodes.CANCELLED, status.get());
        return session.out();
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertEquals(ExitCodes.USAGE, session.call("demo", "--personality", "windows-95"));
        assertTrue(session.err().contains("windows-server-2022"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("demo", "--port", "70000"));
        assertEquals(ExitCodes.USAGE, session.call("demo", "--allow-unencrypted=perhaps"));
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertEquals(ExitCodes.UNAVAILABLE, session.call("demo", "--port", Integer.toString(taken.getLocalPort())));
            assertTrue(session.err().contains(Integer.toString(taken.getLocalPort())), session.err());
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new CompletionException(new AssertionError(pattern + " in " + text));
        }
        return matcher.group(1);
    }
}
