package org.poshremote.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Timeout;
import org.poshremote.core.connection.LockOutGuard;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;
import org.poshremote.demo.personality.Personality;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.WireLog;

/** Whole runs against the demo node's server, whose "PowerShell" is {@link ProtocolPeer}. */
@Timeout(60)
class RunOverTheWireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final NodeMemory memory = NodeMemory.ofThisProcess();
    private ProtocolPeer peer;
    private DemoNode node;

    private void start(String personality, int codePage) throws IOException {
        peer = new ProtocolPeer(codePage);
        node = DemoNode.start(DemoNodeSettings.of(Personality.named(personality), peer).withAllowUnencrypted(true)
                .withGathering(Duration.ofMillis(300)).withFaults(FaultPlan.none()));
    }

    @AfterEach
    void stop() throws IOException {
        if (node != null) {
            node.close();
        }
    }

    private Target.Builder target() {
        return Target.at(node.host()).name("demo").port(node.port()).user(node.user()).allowUnencrypted(true).authentication(AuthenticationChoice.BASIC);
    }

    private RunRequest.Builder script(String... lines) {
        return RunRequest.of(target().build(), ScriptSource.of("test.ps1", String.join("\n", lines)));
    }

    private Run begin(RunRequest request) {
        RunSettings normal = RunSettings.DEFAULTS;
        RunSettings quick = new RunSettings(normal.connectTimeout(), normal.readTimeout(), Duration.ofSeconds(5), normal.shellIdleTimeout(),
                Duration.ofMillis(300), normal.stdinInFirstSend(), normal.recordingInMemory(), normal.recordingLimit());
        return Run.start(request, target -> Optional.of(node.usePassword(Secret::of)), events::add,
                new RunContext(memory, quick, WireLog.OFF));
    }

    private RunOutcome run(RunRequest.Builder request) throws InterruptedException {
        try (Run run = begin(request.build())) {
            return run.await();
        }
    }

    private String output() {
        return all(RunEvent.Output.class).stream().map(RunEvent.Output::text).collect(Collectors.joining());
    }

    private <T> List<T> all(Class<T> type) {
        synchronized (events) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    @Test
    void aColdRunIsSixRequestsOnOneConnection() throws Exception {
        start("windows-server-2022", 65001);
        RunOutcome outcome = run(script("out é日本💩", "exit 3010"));
        assertEquals(3010, outcome.exit().orElseThrow().code());
        assertEquals("é日本💩\r\n", output());
        assertEquals(List.of("Create", "Command", "Send", "Receive", "Signal", "Delete"), node.requestLog().operations());
        assertEquals(6, outcome.requests());
        assertEquals(1, node.requestLog().connections());
        assertEquals(0, node.openShells());
    }

    @Test
    void automaticIsOneRequestMoreAndEncryptedOverPlainHttp() throws Exception {
        start("windows-server-2022", 65001);
        Target plain = target().allowUnencrypted(false).authentication(AuthenticationChoice.AUTOMATIC).build();
        RunOutcome outcome = run(RunRequest.of(plain, ScriptSource.of("x", "out é日本💩")));
        assertTrue(outcome.succeeded(), () -> outcome.failure().orElseThrow().message());
        assertEquals("é日本💩\r\n", output());
        assertEquals(List.of("Authenticate", "Create", "Command", "Send", "Receive", "Signal", "Delete"), node.requestLog().operations());
        assertEquals(7, outcome.requests());
        assertEquals("NTLM, encrypted", all(RunEvent.Prepared.class).getFirst().header().authentication());
        assertEquals(1, node.requestLog().connections());
    }

    @Test
    void overHttpsWithThePinnedCertificate() throws Exception {
        start("windows-server-2022", 65001);
        java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
        String pin = java.util.HexFormat.of().formatHex(sha.digest(node.certificate().getEncoded()));
        Target https = target().allowUnencrypted(false).https(true).port(node.httpsPort()).trust(new TrustChoice.Pinned(pin)).build();
        assertTrue(run(RunRequest.of(https, ScriptSource.of("x", "out hi"))).succeeded());
        Target wrong = https.toBuilder().trust(new TrustChoice.Pinned("00".repeat(32))).build();
        RunFailure failure = run(RunRequest.of(wrong, ScriptSource.of("x", "out hi"))).failure().orElseThrow();
        assertEquals(RunFailure.Kind.CONNECT, failure.kind());
        assertEquals(1, peer.ran.size());
    }

    @Test
    void basicOverPlainHttpIsRefusedBeforeAnythingIsSent() throws Exception {
        start("windows-server-2022", 65001);
        RunFailure failure = run(RunRequest.of(target().allowUnencrypted(false).build(), ScriptSource.of("x", "out hi"))).failure().orElseThrow();
        assertEquals(RunFailure.Kind.REFUSED, failure.kind());
        assertEquals(0, node.requestLog().requests());
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        start("windows-server-2022", 65001);
        RunFailure failure = runWith("wrong").failure().orElseThrow();
        assertEquals(RunFailure.Kind.SIGN_IN, failure.kind());
        assertTrue(failure.remedy().isPresent());
        assertEquals(1, node.requestLog().requests());
        RunFailure again = runWith("wrong").failure().orElseThrow();
        assertEquals(RunFailure.Kind.SIGN_IN, again.kind());
        assertTrue(again.message().contains("not sent again"), again.message());
        assertEquals(1, node.requestLog().requests(), "nothing was sent at all");
        LockOutGuard.ofThisProcess().typed(node.user(), node.host());
        assertTrue(runWith("wrong").failure().orElseThrow().message().contains("rejected user name or password"));
        assertEquals(2, node.requestLog().requests());
    }

    private RunOutcome runWith(String password) throws InterruptedException {
        try (Run run = Run.start(script("out hi").build(), target -> Optional.of(Secret.of(password.toCharArray())), events::add,
                new RunContext(memory, RunSettings.DEFAULTS, WireLog.OFF))) {
            return run.await();
        }
    }

    @Test
    void nanoTakesUtf8AndAnotherPageIsRefusedByNumber() throws Exception {
        start("nano-tp3", 65001);
        Target nano = target().kind(TargetKind.NANO_TP3).build();
        assertTrue(run(RunRequest.of(nano, ScriptSource.of("x", "out ä"))).succeeded());
        RunFailure failure = run(RunRequest.of(nano, ScriptSource.of("x", "out ä"))
                .codePage(org.poshremote.core.codepage.CodePageChoice.of(437))).failure().orElseThrow();
        assertEquals(RunFailure.Kind.CODE_PAGE, failure.kind());
        assertTrue(failure.message().contains("2150859072"), failure.message());
    }

    @Test
    void errorsWarningsAndProgressComeTyped() throws Exception {
        start("windows-server-2022", 65001);
        run(script("clixml <S S=\"Error\">1/0 : Attempted to divide by zero._x000D__x000A_</S><S S=\"Error\">At line:12 char:5_x000D__x000A_</S>"
                + "<S S=\"Error\">+ 1/0_x000D__x000A_</S><S S=\"Error\"> _x000D__x000A_</S><S S=\"warning\">careful</S>"
                + "<Obj S=\"progress\" RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T></TN><MS>"
                + "<I64 N=\"SourceId\">1</I64><PR N=\"Record\"><AV>Copying</AV><AI>0</AI><Nil /><PI>-1</PI><PC>40</PC><T>Processing</T><SR>-1</SR><SD> </SD></PR></MS></Obj>",
                "err plain"));
        RunEvent.ErrorRecord error = all(RunEvent.ErrorRecord.class).get(0);
        assertEquals(12, error.position().orElseThrow().line());
        assertEquals("careful", all(RunEvent.Warning.class).get(0).text());
        assertEquals(OptionalInt.of(40), all(RunEvent.Progress.class).get(0).percent());
        assertTrue(all(RunEvent.ErrorOutput.class).get(0).text().startsWith("plain"));
    }

    @Test
    void argumentsAndEnvironmentArrive() throws Exception {
        start("windows-server-2022", 65001);
        run(script("env PLACE").arguments(List.of("-Name", "it's", "-Force:$false")).environment(Map.of("PLACE", "lab <1> & \"2\"")));
        assertEquals(". $PoshRemote[0] -Name 'it''s' -Force:$false", peer.ran.get(0));
        assertEquals("lab <1> & \"2\"\r\n", output());
    }

    @Test
    void fiveMegabytesOfScriptArriveByteForByte() throws Exception {
        start("windows-server-2022", 65001);
        Random random = new Random(5);
        StringBuilder line = new StringBuilder();
        while (line.length() < 5_000_000) {
            line.append((char) ('a' + random.nextInt(26))).append('日');
        }
        assertTrue(run(script(line.toString())).succeeded());
        assertEquals(line.length() + "\r\n", output());
        assertEquals(0, node.openShells());
    }

    @Test
    void largeInputComesBackWhileItIsSent() throws Exception {
        start("windows-server-2022", 65001);
        byte[] input = new byte[1_000_000];
        Arrays.fill(input, (byte) 'x');
        assertTrue(run(script("echo").stdin(new StandardInput.Stream(new ByteArrayInputStream(input)))).succeeded());
        assertEquals(input.length, output().length());
        assertEquals(2, node.requestLog().connections());
    }

    @Test
    void muchOutputIsKeptOnDiskAndShownAgain() throws Exception {
        start("windows-server-2022", 65001);
        try (Run run = begin(script("big 12000000").build())) {
            assertTrue(run.await().succeeded());
            long[] size = new long[1];
            run.output().decode(StandardCharsets.US_ASCII, (stream, text) -> size[0] += text.length());
            assertEquals(12_000_000, size[0]);
        }
        assertEquals(12_000_000, output().length());
    }

    @Test
    void cancelEndsTheRemoteProcessWhileAReceiveHangs() throws Exception {
        start("windows-server-2022", 65001);
        try (Run run = begin(script("out before", "hang").build())) {
            assertTrue(node.requestLog().await(all -> all.stream().filter(e -> e.operation().equals("Receive")).count() > 1, LONG));
            run.cancel();
            RunFailure failure = run.await().failure().orElseThrow();
            assertEquals(RunFailure.Kind.CANCELLED, failure.kind());
            assertEquals(RunFailure.StillRuns.NO, failure.stillRuns());
        }
        assertEquals("before\r\n", output());
        assertEquals(0, node.openShells());
        assertTrue(node.requestLog().operations().contains("Signal"));
        assertTrue(node.requestLog().operations().contains("Delete"));
    }

    /** Cancelled at each request in turn, before the node has done it: the script never goes on, no shell stays. */
    @Test
    void cancelWhileARequestIsUnderWay() throws Exception {
        start("windows-server-2022", 65001);
        for (String operation : List.of("Create", "Command", "Send", "Receive")) {
            peer.ran.clear();
            CompletableFuture<Run> started = new CompletableFuture<>();
            node.inject(arrival -> {
                if (arrival.operation().equals(operation) && arrival.ofItsOperation() == 1) {
                    started.join().cancel();
                }
                return Optional.empty();
            });
            try (Run run = begin(script("hang").build())) {
                started.complete(run);
                RunFailure failure = run.await().failure().orElseThrow();
                assertEquals(RunFailure.Kind.CANCELLED, failure.kind(), operation);
                assertEquals(RunFailure.StillRuns.NO, failure.stillRuns(), operation);
                assertEquals(operation.equals("Create") || operation.equals("Command"), failure.message().contains("had not begun"), failure.message());
            }
            assertEquals(0, node.openShells(), operation);
        }
    }

    @Test
    void cancelTwiceAndAfterTheEndDoesNothing() throws Exception {
        start("windows-server-2022", 65001);
        try (Run run = begin(script("out x").build())) {
            assertTrue(run.await().succeeded());
            run.cancel();
            run.cancel();
            assertTrue(run.await().succeeded());
        }
        assertEquals(6, node.requestLog().requests());
    }

    /** The password is in nothing that a run shows, keeps or throws. */
    @Test
    void noSecretIsShownWhateverHappens() throws Exception {
        start("windows-server-2022", 65001);
        String password = node.usePassword(String::new);
        StringBuilder seen = new StringBuilder();
        for (InjectedFault fault : List.of(InjectedFault.CLOSE_MID_REPLY, InjectedFault.BAD_REQUEST, InjectedFault.GARBAGE)) {
            for (int at = 1; at <= 4; at++) {
                node.inject(FaultPlan.at(at, fault));
                RunRequest request = script("out x").build();
                try (Run run = begin(request)) {
                    RunOutcome outcome = run.await();
                    seen.append(outcome).append(request).append(run);
                    java.io.StringWriter trace = new java.io.StringWriter();
                    outcome.failure().flatMap(RunFailure::cause).ifPresent(cause -> cause.printStackTrace(new java.io.PrintWriter(trace)));
                    seen.append(trace);
                }
            }
        }
        seen.append(events).append(memory.facts(target().build().address()));
        String basic = java.util.Base64.getEncoder().encodeToString((node.user() + ":" + password).getBytes(StandardCharsets.UTF_8));
        assertFalse(seen.indexOf(password) >= 0);
        assertFalse(seen.indexOf(basic) >= 0);
        assertTrue(seen.indexOf("Create") >= 0 || seen.length() > 1000, "something was looked at");
    }

    /** Each kind of trouble at each request of a run: never twice, never a wrong success, never a shell left that could be deleted. */
    @ParameterizedTest
    @EnumSource(names = {"BASIC", "NTLM"})
    void whateverFailsWhereverNothingRunsTwice(AuthenticationChoice choice) throws Exception {
        start("windows-server-2022", 65001);
        int signIn = choice == AuthenticationChoice.NTLM ? 1 : 0;
        for (InjectedFault fault : List.of(InjectedFault.CLOSE_UNPROCESSED, InjectedFault.CLOSE_BEFORE_REPLY, InjectedFault.CLOSE_MID_REPLY,
                InjectedFault.SERVER_ERROR, InjectedFault.SERVICE_UNAVAILABLE, InjectedFault.GARBAGE)) {
            for (int at = 1; at <= 6 + signIn; at++) {
                String where = choice + " " + fault.name() + " at " + at;
                peer.ran.clear();
                events.clear();
                node.requestLog().clear();
                node.inject(FaultPlan.at(at, fault));
                RunOutcome outcome = run(RunRequest.of(target().authentication(choice).build(), ScriptSource.of("test.ps1", "out whole")));
                node.inject(FaultPlan.none());
                assertTrue(peer.ran.size() <= 1, where);
                assertEquals(at <= signIn ? 0 : 1, node.requestLog().operations().stream().filter("Create"::equals).count(), where);
                assertTrue(node.requestLog().operations().stream().filter("Command"::equals).count() <= 1, where);
                if (outcome.succeeded()) {
                    assertEquals(1, peer.ran.size(), where);
                    boolean said = all(RunEvent.Note.class).stream().anyMatch(note -> note.text().contains("output may be missing"));
                    assertTrue(said || output().equals("whole\r\n"), where + ": " + events);
                } else {
                    RunFailure failure = outcome.failure().orElseThrow();
                    assertFalse(failure.message().isBlank(), where);
                    if (at <= 2 + signIn) {
                        assertEquals(RunFailure.StillRuns.NO, failure.stillRuns(), where);
                        assertEquals(0, peer.ran.size(), where);
                    }
                }
            }
        }
    }
}
