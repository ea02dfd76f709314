package org.poshremote.cli.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;
import org.poshremote.demo.personality.Personality;

/** The whole of {@code run} on demo nodes whose "PowerShell" is {@link ProtocolPeer}. */
@Timeout(60)
class RunCommandTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private final ProtocolPeer peer = new ProtocolPeer(65001);
    private Session session;
    private DemoNode node;

    @BeforeEach
    void prepare() {
        session = new Session(folder);
        session.demoPrograms = personality -> peer;
    }

    @AfterEach
    void stop() throws IOException {
        if (node != null) {
            node.close();
        }
    }

    private String script(String... lines) throws IOException {
        return session.file("script.ps1", String.join("\n", lines));
    }

    /** A node of the test's own, which it can look into; its password is where a script of a person would put it. */
    private String[] onOwnNode(String... more) throws IOException {
        node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), peer).withAllowUnencrypted(true)
            .withFaults(FaultPlan.none()));
        session.environment.put("POSHREMOTE_PASSWORD", node.usePassword(String::new));
        List<String> line = new ArrayList<>(List.of("run", "script.ps1", "--host", node.host(), "--port", Integer.toString(node.port()),
            "--user", node.user(), "--allow-unencrypted"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    static List<String> personalities() {
        return Personality.names();
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void onEachPersonality(String personality) throws IOException {
        int status = session.call("run", script("out Grüße 日本", "exit 7"), "--on", "demo:" + personality);
        assertEquals("Grüße 日本\r\n", session.out(), session.err());
        assertEquals(7, status);
        assertEquals("", session.err());
    }

    @Test
    void overHttpsOnADemoNodeItsOwnCertificateIsTrusted() throws IOException {
        assertEquals(0, session.call("run", script("out x"), "--on", "demo", "--https"), session.err());
        assertEquals("x\r\n", session.out());
    }

    @Test
    void argumentsInputAndEnvironmentReachTheScript() throws IOException {
        session.file("input", "in\nput");
        assertEquals(0, session.call("run", script("env PLACE", "echo"), "--on", "demo", "--env", "PLACE=lab", "--stdin", "input", "--", "-Name", "it's"),
            session.err());
        assertEquals("lab\r\nin\nput", session.out());
        assertEquals(List.of(". $PoshRemote[0] -Name 'it''s'"), peer.ran);
    }

    @Test
    void anAcceptedCodeIsSuccessAndAnotherIsThatOfTheScript() throws IOException {
        assertEquals(0, session.call("run", script("exit 3010"), "--on", "demo", "--accept-exit", "3010"));
        assertEquals(3010, session.call("run", script("exit 3010"), "--on", "demo"));
        assertTrue(session.err().contains("3010"), session.err());
        assertEquals(ExitCodes.FAILURE, session.call("run", script("exit 256"), "--on", "demo"));
    }

    @Test
    void eachJsonLineIsAnEventAndEndIsTheLast() throws IOException {
        assertEquals(3, session.call("run", script("out a\u001b[2Jb", "err bad", "exit 3"), "--on", "demo", "--json"), session.err());
        List<String> names = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder output = new StringBuilder();
        JsonNode last = null;
        for (String line : session.out().lines().toList()) {
            last = mapper.readTree(line);
            names.add(last.path("event").asText());
            output.append(last.path("event").asText().equals("output") ? last.path("text").asText() : "");
            assertTrue(line.chars().noneMatch(c -> c < 0x20), line);
        }
        assertEquals("prepared", names.get(0));
        assertEquals("started", names.get(1));
        assertTrue(names.containsAll(List.of("output", "errorOutput", "exited")), names.toString());
        assertEquals("end", names.get(names.size() - 1));
        assertEquals("a\u001b[2Jb\r\n", output.toString());
        assertFalse(last.path("succeeded").asBoolean());
        assertEquals(7, last.path("requests").asInt(), "one of them to sign in by NTLM");
        assertEquals("", session.err());
    }

    @Test
    void controlSequencesAreTakenOutOnATerminalUnlessRaw() throws IOException {
        String script = script("out \u001b]0;owned\u0007a\u001b[2Jb");
        session.asTerminal = true;
        assertEquals(0, session.call("run", script, "--on", "demo"));
        assertEquals("ab\r\n", session.out());
        assertTrue(session.err().contains("exit code 0"), session.err());
        assertEquals(0, session.call("run", script, "--on", "demo", "--raw"));
        assertEquals("\u001b]0;owned\u0007a\u001b[2Jb\r\n", session.out());
        session.asTerminal = false;
        assertEquals(0, session.call("run", script, "--on", "demo"));
        assertEquals("\u001b]0;owned\u0007a\u001b[2Jb\r\n", session.out());
    }

    @Test
    void rawBytesAreThoseThatCame() throws IOException {
        session.file("bytes", "x");
        java.nio.file.Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, 0, (byte) 0x80, 65});
        assertEquals(0, session.call("run", script("echo"), "--on", "demo", "--stdin", "bytes", "--raw"), session.err());
        assertArrayEquals(new byte[] {(byte) 0xFF, 0, (byte) 0x80, 65}, session.out.toByteArray());
    }

    @Test
    void outputComesWhileTheScriptRuns() throws Exception {
        script("out first", "hang");
        String[] line = onOwnNode("--timeout", "1h");
        CompletableFuture<Runnable> interrupt = session.interruptible();
        CompletableFuture<Integer> status = session.begin(line);
        assertTrue(node.requestLog().await(all -> all.stream().filter(entry -> entry.operation().equals("Receive")).count() > 1, LONG));
        assertEquals("first\r\n", session.out());
        assertFalse(status.isDone());
        interrupt.get().run();
        assertEquals(ExitCodes.CANCELLED, status.get());
    }

    @Test
    void ctrlCEndsTheScriptOnTheNode() throws Exception {
        script("hang");
        String[] line = onOwnNode();
        CompletableFuture<Runnable> interrupt = session.interruptible();
        CompletableFuture<Integer> status = session.begin(line);
        assertTrue(node.requestLog().awaitHanging("Receive", LONG));
        assertEquals(1, node.openShells());
        interrupt.get().run();
        assertEquals(ExitCodes.CANCELLED, status.get());
        assertEquals(0, node.openShells());
        assertTrue(node.requestLog().operations().containsAll(List.of("Signal", "Delete")));
        assertTrue(session.err().contains("cancelled"), session.err());
    }

    @Test
    void aTimeOutEndsTheScriptToo() throws Exception {
        script("hang");
        assertEquals(ExitCodes.TIME_OUT, session.call(onOwnNode("--silence-timeout", "pt0.3s")), session.err());
        assertEquals(0, node.openShells());
    }

    @Test
    void whenNobodyReadsTheRunIsEndedQuietly() throws Exception {
        script("out one", "hang");
        String[] line = onOwnNode();
        session.outStream = new PrintStream(new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void flush() throws IOException {
                throw new IOException("Broken pipe");
            }
        }, false, StandardCharsets.UTF_8);
        assertEquals(ExitCodes.PIPE_CLOSED, session.call(line));
        assertEquals("", session.err());
        assertEquals(0, node.openShells());
    }

    @Test
    void aWrongPasswordIsSentOnceAndNamedAsSuch() throws Exception {
        script("out x");
        String[] line = onOwnNode();
        session.environment.put("POSHREMOTE_PASSWORD", "not-the-password");
        assertEquals(ExitCodes.NO_PERMISSION, session.call(line));
        assertEquals(2, node.requestLog().requests(), "the question for a challenge, and the one that was rejected");
        assertFalse(session.err().contains("not-the-password"));
    }

    @Test
    void whatIsRefusedSendsNothingAndAsksForNoPassword() throws Exception {
        script("out x");
        onOwnNode();
        session.environment.clear();
        assertEquals(ExitCodes.USAGE, session.call("run", "script.ps1", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", "u", "--auth", "basic"));
        assertTrue(session.err().contains("Basic would send the password readable"), session.err());
        assertEquals(0, node.requestLog().requests());
    }

    @Test
    void aNodeThatIsNotThereIsSaid() throws Exception {
        script("out x");
        String[] line = onOwnNode();
        node.close();
        assertEquals(ExitCodes.UNAVAILABLE, session.call(line));
        assertTrue(session.err().contains("The script had not begun"), session.err());
    }

    /** Password and Basic header are in nothing that a run shows, whatever goes wrong. */
    @Test
    void noSecretIsShownWhateverHappens() throws Exception {
        script("out x", "err y", "exit 1");
        String[] line = onOwnNode();
        String[] json = onOwnNodeAgain(line, "--json");
        String password = session.environment.get("POSHREMOTE_PASSWORD");
        String basic = Base64.getEncoder().encodeToString((node.user() + ":" + password).getBytes(StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (InjectedFault fault : List.of(InjectedFault.CLOSE_MID_REPLY, InjectedFault.BAD_REQUEST, InjectedFault.GARBAGE)) {
            for (int at = 1; at <= 3; at++) {
                for (String[] call : List.of(line, json)) {
                    node.inject(FaultPlan.at(at, fault));
                    session.call(call);
                    seen.append(session.out()).append(session.err());
                }
            }
        }
        assertTrue(seen.length() > 500, "something was looked at");
        assertFalse(seen.indexOf(password) >= 0);
        assertFalse(seen.indexOf(basic) >= 0);
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                assertFalse(java.nio.file.Files.readString(file).contains(password), file.toString());
            }
        }
    }

    private static String[] onOwnNodeAgain(String[] line, String... more) {
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aPasswordCannotBeAnArgument() throws Exception {
        assertEquals(ExitCodes.USAGE, session.call("run", script("out x"), "--host", "node", "--user", "u", "--password", "hunter2"));
        assertFalse(session.err().contains("hunter2"), session.err());
    }
}
