package org.poshremote.cli.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramContext;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.Signal;
import org.poshremote.wsman.winrs.StreamChunk;
import org.poshremote.wsman.winrs.WinRs;

/** The client's shells against the demo node, with programs of this test on it. */
@Timeout(60)
class ShellOnDemoNodeTest {
    private DemoNode node;

    @AfterEach
    void stop() throws IOException {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void aColdRunIsSixRequestsOnOneConnection() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        byte[] script = "Grüße 漢字".getBytes(StandardCharsets.UTF_8);
        try (WinRs client = client(); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start("cat", false);
            command.send(script, 0, script.length, true);
            Received all = command.receive();
            assertArrayEquals(script, bytes(all, "stdout"));
            assertEquals(CommandState.DONE, all.state());
            assertEquals(OptionalLong.of(0), all.exitCode());
            command.signal(Signal.TERMINATE);
        }
        assertEquals(List.of("Create", "Command", "Send", "Receive", "Signal", "Delete"), node.requestLog().operations());
        assertEquals(1, node.requestLog().connections());
        assertEquals(0, node.openShells());
    }

    @Test
    void blanksAndLineEndsOfACommandArriveAsTheyWere() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        String line = "show a    b\t\"c\" & <d>\r\n 'e' \uD834\uDD1E";
        try (WinRs client = client(); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            assertEquals(line, new String(runToEnd(shell.start(line, false)), StandardCharsets.UTF_8));
        }
    }

    @Test
    void longInputGoesInSeveralSendsAndComesBackWhole() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        byte[] input = new byte[1_000_000];
        new java.util.Random(1).nextBytes(input);
        try (WinRs client = client(); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start("cat", false);
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                try {
                    command.send(input, 0, input.length, true);
                } catch (WsmanException e) {
                    throw new CompletionException(e);
                }
            });
            assertArrayEquals(input, runToEnd(command));
            sender.join();
        }
        assertTrue(node.requestLog().count("Send") >= 9, "sends: " + node.requestLog().count("Send"));
    }

    @Test
    void theShellIsDeletedOverASecondConnectionWhileAReceiveHangs() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        try (WinRs client = client()) {
            Shell shell = client.open(ShellOptions.DEFAULTS);
            RemoteCommand command = shell.start("wait", false);
            CompletableFuture<Received> hanging = CompletableFuture.supplyAsync(() -> {
                try {
                    return command.receive();
                } catch (WsmanException e) {
                    throw new CompletionException(e);
                }
            });
            assertTrue(node.requestLog().awaitHanging("Receive", Duration.ofSeconds(20)));
            assertEquals(1, node.requestLog().connections());
            shell.close();
            assertEquals(0, node.openShells());
            assertEquals(2, node.requestLog().connections());
            // the pending Receive ends too, in whichever way the node chooses
            hanging.handle((received, failure) -> null).join();
        }
    }

    @Test
    void closingTheClientEndsAPendingReceive() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        WinRs client = client();
        Shell shell = client.open(ShellOptions.DEFAULTS);
        RemoteCommand command = shell.start("wait", false);
        CompletableFuture<WsmanException> hanging = CompletableFuture.supplyAsync(() -> assertThrows(WsmanException.class, command::receive));
        assertTrue(node.requestLog().awaitHanging("Receive", Duration.ofSeconds(20)));
        client.close();
        TransportException cancelled = (TransportException) hanging.join();
        assertEquals(TransportException.Kind.CANCELLED, cancelled.kind());
    }

    @Test
    void anOperationTimeOutIsAPoll() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        ConnectionSettings quick = settings().withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500));
        try (WinRs client = new WinRs(quick); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            assertEquals(Received.NOTHING, shell.start("wait", false).receive());
        }
    }

    @Test
    void exitCodesAreUnsigned() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        try (WinRs client = client(); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            RemoteCommand command = shell.start("exit -2147024891", false);
            assertEquals(OptionalLong.of(0x80070005L), command.receive().exitCode());
        }
    }

    @Test
    void theFaultOfACodePageIsKnownByItsNumber() throws Exception {
        start("nano-tp3", FaultPlan.none());
        try (WinRs client = client()) {
            FaultException refused = assertThrows(FaultException.class,
                () -> client.open(ShellOptions.DEFAULTS.withCodePage(OptionalInt.of(437))));
            assertEquals(2150859072L, refused.fault().code());
            client.open(ShellOptions.DEFAULTS).close();
        }
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        Basic wrong = new Basic(node.user(), Secret.of("wrong".toCharArray()), true);
        try (WinRs client = new WinRs(ConnectionSettings.of(endpoint(), wrong))) {
            AuthenticationException rejected = assertThrows(AuthenticationException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertEquals(AuthenticationException.Reason.REJECTED, rejected.reason());
            assertFalse(rejected.toString().contains("wrong"));
        }
        assertEquals(1, node.requestLog().requests());
    }

    @Test
    void basicIsNotSentReadableUnlessAllowed() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        Basic basic = new Basic(node.user(), node.usePassword(Secret::of), false);
        try (WinRs client = new WinRs(ConnectionSettings.of(endpoint(), basic))) {
            AuthenticationException refused = assertThrows(AuthenticationException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertEquals(AuthenticationException.Reason.REFUSED_UNENCRYPTED, refused.reason());
        }
        assertEquals(0, node.requestLog().requests());
    }

    @Test
    void identifyNeedsNoSignIn() throws Exception {
        start("windows-server-2022", FaultPlan.none());
        try (WinRs client = client()) {
            assertTrue(client.identify().productVendor().startsWith("Microsoft"));
            assertTrue(client.identifySignedIn().productVersion().contains("OS:"));
        }
    }

    @Test
    void httpsTrustsACaFileAPinOrNothingElse(@TempDir Path folder) throws Exception {
        start("windows-server-2022", FaultPlan.none());
        Endpoint https = new Endpoint(node.host(), node.httpsPort(), true, "/wsman");
        Basic basic = new Basic(node.user(), node.usePassword(Secret::of), false);
        ConnectionSettings settings = ConnectionSettings.of(https, basic);
        try (WinRs client = new WinRs(settings)) {
            TransportException untrusted = assertThrows(TransportException.class, client::identify);
            assertEquals(TransportException.Kind.TLS, untrusted.kind());
        }
        Path pem = Files.writeString(folder.resolve("node.pem"), node.certificatePem());
        try (WinRs client = new WinRs(settings.withTrust(new Trust.CaFile(pem))); Shell shell = client.open(ShellOptions.DEFAULTS)) {
            assertEquals("x", new String(runToEnd(shell.start("show x", false)), StandardCharsets.UTF_8).strip().substring(5));
        }
        String pin = java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(node.certificate().getEncoded()));
        try (WinRs client = new WinRs(settings.withTrust(new Trust.Pinned(pin)))) {
            client.identify();
        }
        try (WinRs client = new WinRs(settings.withTrust(new Trust.Pinned("00".repeat(32))))) {
            assertEquals(TransportException.Kind.TLS, assertThrows(TransportException.class, client::identify).kind());
        }
    }

    @Test
    void aFaultAtAnyRequestEndsInAWordAndNothingRunsTwice() throws Exception {
        for (InjectedFault fault : List.of(InjectedFault.CLOSE_UNPROCESSED, InjectedFault.CLOSE_BEFORE_REPLY, InjectedFault.CLOSE_MID_REPLY,
                InjectedFault.SERVER_ERROR, InjectedFault.BAD_REQUEST, InjectedFault.SERVICE_UNAVAILABLE, InjectedFault.GARBAGE)) {
            for (int at = 1; at <= 6; at++) {
                start("windows-server-2022", FaultPlan.at(at, fault));
                try (WinRs client = client(); Shell shell = client.open(ShellOptions.DEFAULTS)) {
                    RemoteCommand command = shell.start("cat", false);
                    command.send(new byte[] {65}, 0, 1, true);
                    runToEnd(command);
                    command.signal(Signal.TERMINATE);
                } catch (WsmanException e) {
                    assertFalse(e.getMessage().isBlank());
                }
                String where = fault.name() + " at " + at + ": " + node.requestLog().operations();
                assertTrue(node.requestLog().count("Create") <= 1, where);
                assertTrue(node.requestLog().count("Command") <= 1, where);
                assertTrue(node.requestLog().count("Send") <= 1, where);
                node.close();
            }
        }
    }

    private void start(String personality, FaultPlan faults) throws IOException {
        node = DemoNode.start(DemoNodeSettings.of(Personality.named(personality), ShellOnDemoNodeTest::program)
            .withFaults(faults).withAllowUnencrypted(true).withGathering(Duration.ofSeconds(2)));
    }

    private Endpoint endpoint() {
        return new Endpoint(node.host(), node.port(), false, "/wsman");
    }

    private ConnectionSettings settings() {
        return ConnectionSettings.of(endpoint(), new Basic(node.user(), node.usePassword(Secret::of), true));
    }

    private WinRs client() {
        return new WinRs(settings());
    }

    private static HostedProgram program(String line, ProgramContext context) {
        if (line.equals("cat")) {
            return world -> io(() -> world.stdin().transferTo(world.stdout()));
        }
        if (line.equals("wait")) {
            return world -> {
                Thread.sleep(Duration.ofMinutes(5));
                return 0;
            };
        }
        Optional<Integer> exit = line.startsWith("exit ") ? Optional.of(Integer.parseInt(line.substring(5))) : Optional.empty();
        return world -> exit.isPresent() ? exit.get() : io(() -> world.stdout().write(line.getBytes(StandardCharsets.UTF_8)));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static int io(Work work) {
        try {
            work.run();
            return 0;
        } catch (IOException e) {
            return 1;
        }
    }

    private static byte[] runToEnd(RemoteCommand command) throws WsmanException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Received received = Received.NOTHING;
        while (received.state() != CommandState.DONE) {
            received = command.receive();
            out.writeBytes(bytes(received, "stdout"));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(Received received, String stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        received.chunks().stream().filter(chunk -> chunk.stream().equals(stream)).map(StreamChunk::data).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
