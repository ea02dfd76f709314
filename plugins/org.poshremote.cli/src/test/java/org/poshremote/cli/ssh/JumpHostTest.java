package org.poshremote.cli.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.path.PathQuestions;
import org.poshremote.core.path.Way;
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
import org.poshremote.core.ssh.SshException;
import org.poshremote.core.ssh.SshException.Reason;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.WireLog;

/** WinRM through OpenSSH's server to the demo node, and everything that may stand in the way. */
@Timeout(120)
class JumpHostTest {
    @TempDir
    private Path folder;
    private DemoNode node;
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<PathQuestions.SecretQuestion> secrets = new ArrayList<>();
    private final List<PathQuestions.HostKeyQuestion> keys = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        SshServer.needsServer();
        Personality personality = Personality.named("windows-server-2022");
        node = DemoNode.start(DemoNodeSettings.of(personality, new CommandShell(personality)));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
    }

    /** A person who says yes or no to keys, and has one password. */
    private PathQuestions person(boolean trusting, String password) {
        return new PathQuestions() {
            @Override
            public Optional<Secret> secret(SecretQuestion question) {
                secrets.add(question);
                return password.isEmpty() ? Optional.empty() : Optional.of(Secret.of(password.toCharArray()));
            }

            @Override
            public boolean trusts(HostKeyQuestion question) {
                keys.add(question);
                return trusting;
            }

            @Override
            public void accepted(SecretQuestion question) {
                told.add("accepted " + question.place());
            }

            @Override
            public void refused(SecretQuestion question, String why) {
                told.add("refused " + question.place());
            }
        };
    }

    private Target.Builder target(JumpHost jump) {
        return Target.at(node.host()).name("node").port(node.port()).user(node.user()).jumpHost(Optional.of(jump));
    }

    private RunOutcome run(Target target, PathContext path, StandardInput stdin, String... lines) throws InterruptedException {
        events.clear();
        RunRequest request = RunRequest.of(target, ScriptSource.of("test.ps1", String.join("\n", lines))).stdin(stdin).build();
        try (Run run = Run.start(request, asked -> Optional.of(node.password()), events::add,
                new RunContext(NodeMemory.ofThisProcess(), RunSettings.DEFAULTS, WireLog.OFF, path))) {
            return run.await();
        }
    }

    private String output() {
        synchronized (events) {
            return events.stream().filter(RunEvent.Output.class::isInstance).map(event -> ((RunEvent.Output) event).text()).collect(Collectors.joining());
        }
    }

    private SshException refused(Target target, PathContext path) {
        try (Way way = Way.to(target, path)) {
            return assertThrows(SshException.class, () -> {
                way.open();
                way.connector().connect(new org.poshremote.wsman.Endpoint(target.host(), target.port(), false, "/"), Deadline.in(Duration.ofSeconds(20))).close();
            });
        }
    }

    /** Both lanes of a run are channels of one session, and no port of this machine listens. */
    @Test
    void aRunGoesThrough() throws Exception {
        try (SshServer jump = SshServer.start(folder).known()) {
            String input = "größer\n".repeat(2000);
            RunOutcome outcome = run(target(jump.account()).build(), jump.path(), new StandardInput.Bytes(input.getBytes(StandardCharsets.UTF_8)),
                "$n = 0; while ($null -ne ($l = [Console]::In.ReadLine())) { $n += $l.Length }; \"$n é\"");
            assertEquals(Optional.empty(), outcome.failure().map(RunFailure::message));
            assertEquals("12000 é\r\n", output());
            RunEvent.Prepared prepared = (RunEvent.Prepared) events.get(0);
            assertEquals("through jump host " + jump.account(), prepared.header().way());
            assertEquals(1, jump.log().lines().filter(line -> line.contains("Accepted publickey")).count(), jump.log());
            waitFor(jump, "Closing connection to");
            assertEquals(0, node.openShells());
        }
    }

    private static void waitFor(SshServer server, String words) throws Exception {
        for (int i = 0; i < 100 && !server.log().contains(words); i++) {
            Thread.sleep(50);
        }
        assertTrue(server.log().contains(words), server.log());
    }

    @Test
    void httpsGoesThroughWithItsOwnTrust() throws Exception {
        try (SshServer jump = SshServer.start(folder).known()) {
            Target target = target(jump.account()).https(true).port(node.httpsPort()).trust(TrustChoice.UNVERIFIED).build();
            assertEquals(Optional.empty(), run(target, jump.path(), StandardInput.NONE, "'x' * 100000").failure().map(RunFailure::message));
            assertEquals(100_002, output().length());
        }
    }

    @Test
    void anUnknownKeyIsShownAndAskedFor() throws Exception {
        try (SshServer jump = SshServer.start(folder)) {
            SshException no = refused(target(jump.account()).build(), jump.path().withQuestions(person(false, "")));
            assertEquals(Reason.HOST_KEY_UNKNOWN, no.reason());
            assertTrue(no.getMessage().contains("ssh-ed25519 " + jump.fingerprint()), no.getMessage());
            assertEquals(jump.fingerprint(), keys.get(0).fingerprint());
            assertEquals("ssh-ed25519", keys.get(0).type());
            assertFalse(Files.exists(jump.personsFolder().resolve("known_hosts")), "nothing is kept of what was not confirmed");
            assertFalse(jump.log().contains("Accepted"), "nobody signs in to a server that is not known");

            Files.writeString(jump.personsFolder().resolve("known_hosts"), "# mine\n|1|abc|def ssh-rsa AAAA\nother.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA");
            assertEquals(Optional.empty(), run(target(jump.account()).build(), jump.path().withQuestions(person(true, "")), StandardInput.NONE, "1").failure().map(RunFailure::message));
            List<String> kept = Files.readAllLines(jump.personsFolder().resolve("known_hosts"));
            assertEquals(4, kept.size(), "what others wrote stays: " + kept);
            assertTrue(kept.get(3).startsWith("[127.0.0.1]:" + jump.port() + " ssh-ed25519 "), kept.get(3));
            keys.clear();
            assertEquals(0, run(target(jump.account()).build(), jump.path().withQuestions(person(false, "")), StandardInput.NONE, "1").exit().orElseThrow().code());
            assertEquals(List.of(), keys);
            // ssh itself reads what was written
            assertTrue(SshServer.said("ssh-keygen", "-F", "[127.0.0.1]:" + jump.port(), "-f", jump.personsFolder().resolve("known_hosts").toString()).contains("found"));
        }
    }

    @Test
    void anotherKeyThanTheKnownOneIsNeverTaken() throws Exception {
        try (SshServer jump = SshServer.start(folder).known()) {
            SshServer.said("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("other").toString());
            String[] other = Files.readString(folder.resolve("other.pub")).split(" ");
            Files.writeString(jump.personsFolder().resolve("known_hosts"), "[127.0.0.1]:" + jump.port() + " " + other[0] + " " + other[1] + "\n");
            SshException changed = refused(target(jump.account()).build(), jump.path().withQuestions(person(true, "")));
            assertEquals(Reason.HOST_KEY_CHANGED, changed.reason(), changed.getMessage());
            assertTrue(changed.getMessage().contains(jump.fingerprint()) && changed.getMessage().contains("somebody stands in between"), changed.getMessage());
            assertEquals(List.of(), keys);
            RunOutcome outcome = run(target(jump.account()).build(), jump.path(), StandardInput.NONE, "1");
            assertTrue(outcome.failure().orElseThrow().remedy().orElseThrow().contains("ssh-keygen -R"), outcome.failure().toString());

            Files.writeString(jump.personsFolder().resolve("known_hosts"), "@revoked * " + Files.readString(folder.resolve("host_key.pub")));
            SshException revoked = refused(target(jump.account()).build(), jump.path().withQuestions(person(true, "")));
            assertEquals(Reason.HOST_KEY_CHANGED, revoked.reason());
            assertTrue(revoked.getMessage().contains("marked as revoked"), revoked.getMessage());
        }
    }

    @Test
    void aKeyThatTheServerDoesNotTake() throws Exception {
        try (SshServer jump = SshServer.start(folder).known()) {
            Files.writeString(folder.resolve("authorized_keys"), "");
            SshException refused = refused(target(jump.account()).build(), jump.path().withQuestions(person(true, "")));
            assertEquals(Reason.SIGN_IN, refused.reason());
            assertTrue(refused.getMessage().contains("not signed in to: it offers publickey. It took none of the keys"), refused.getMessage());
            RunFailure failure = run(target(jump.account()).build(), jump.path(), StandardInput.NONE, "1").failure().orElseThrow();
            assertEquals(RunFailure.Kind.SIGN_IN, failure.kind());
        }
    }

    @Test
    void aKeyWithAPassphraseIsAskedForAfterTheOthers() throws Exception {
        try (SshServer jump = SshServer.start(folder).known()) {
            Path key = jump.personsFolder().resolve("id_ed25519");
            SshServer.said("ssh-keygen", "-q", "-p", "-P", "", "-N", "open sesame", "-f", key.toString());
            assertEquals(0, run(target(jump.account()).build(), jump.path().withQuestions(person(true, "open sesame")), StandardInput.NONE, "1").exit().orElseThrow().code());
            assertEquals(List.of(PathQuestions.Kind.KEY), secrets.stream().map(PathQuestions.SecretQuestion::kind).toList());
            assertEquals(key.toString(), secrets.get(0).account());
            assertEquals(Reason.SIGN_IN, refused(target(jump.account()).build(), jump.path().withQuestions(person(true, "wrong"))).reason());
            assertEquals(List.of("accepted the key " + key, "refused the key " + key), told);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aPasswordIsAskedForAndSentOnce(boolean keyboard) throws Exception {
        try (PasswordServer jump = new PasswordServer("geheim", keyboard)) {
            PathContext path = PathContext.of(PasswordServer.environment(folder.toString()));
            JumpHost account = jump.account("olga" + keyboard);
            SshException none = refused(target(account).build(), path.withQuestions(person(true, "")));
            assertEquals(Reason.SIGN_IN, none.reason());
            assertTrue(none.getMessage().contains("There is no key to offer") && none.getMessage().contains("no password was given"), none.getMessage());
            assertEquals(0, run(target(account).build(), path.withQuestions(person(true, "geheim")), StandardInput.NONE, "1").exit().orElseThrow().code());
            assertEquals(List.of("geheim"), jump.asked);
            assertEquals(List.of("accepted the jump host " + account.address()), told);

            JumpHost other = jump.account("boris" + keyboard);
            SshException wrong = refused(target(other).build(), path.withQuestions(person(true, "falsch")));
            assertEquals(Reason.SIGN_IN, wrong.reason());
            assertTrue(wrong.getMessage().contains("rejected user name or password of boris"), wrong.getMessage());
            SshException held = refused(target(other).build(), path.withQuestions(person(true, "falsch")));
            assertEquals(Reason.HELD_BACK, held.reason());
            assertTrue(held.getMessage().contains("was rejected by ssh://127.0.0.1:") && held.getMessage().contains("it was not sent again"), held.getMessage());
            assertEquals(List.of("geheim", "falsch"), jump.asked);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aLostSessionIsSignedInToAgainByItsPasswordButNotByARejectedOne(boolean keyboard) throws Exception {
        try (PasswordServer jump = new PasswordServer("geheim", keyboard)) {
            PathContext path = PathContext.of(PasswordServer.environment(folder.toString())).withQuestions(person(true, "geheim"));
            try (Way way = Way.to(target(jump.account("ida" + keyboard)).build(), path)) {
                way.open();
                jump.loseConnections();
                untilConnected(way);
                assertEquals(List.of("geheim", "geheim"), jump.asked);
                jump.changePassword("anders");
                assertEquals(Reason.SIGN_IN, reason(way, Reason.LOST));
                assertEquals(Reason.HELD_BACK, reason(way, Reason.LOST));
                assertEquals(List.of("geheim", "geheim", "geheim"), jump.asked);
            }
        }
    }

    private void untilConnected(Way way) throws Exception {
        for (int i = 0; ; i++) {
            try {
                connect(way);
                return;
            } catch (SshException e) { // as long as nobody has noticed
                assertTrue(i < 50 && e.reason() == Reason.LOST, e.getMessage());
                Thread.sleep(100);
            }
        }
    }

    /** Of the first failure that is another. */
    private Reason reason(Way way, Reason except) throws Exception {
        Reason found = except;
        for (int i = 0; found == except; i++) {
            assertTrue(i < 50);
            Thread.sleep(i == 0 ? 0 : 100);
            found = assertThrows(SshException.class, () -> connect(way)).reason();
        }
        return found;
    }

    private void connect(Way way) throws IOException {
        way.connector().connect(new org.poshremote.wsman.Endpoint(node.host(), node.port(), false, "/"), Deadline.in(Duration.ofSeconds(20))).close();
    }

    @Test
    void forwardingThatTheServerForbids() throws Exception {
        try (SshServer jump = SshServer.start(folder, "AllowTcpForwarding no").known()) {
            SshException denied = refused(target(jump.account()).build(), jump.path());
            assertEquals(Reason.FORWARDING_DENIED, denied.reason());
            assertTrue(denied.getMessage().contains("its rules forbid it (AllowTcpForwarding, PermitOpen)"), denied.getMessage());
            RunFailure failure = run(target(jump.account()).build(), jump.path(), StandardInput.NONE, "1").failure().orElseThrow();
            assertEquals(RunFailure.Kind.CONNECT, failure.kind());
            assertTrue(failure.message().contains("its rules forbid it") && failure.remedy().orElseThrow().contains("AllowTcpForwarding"), failure.toString());
        }
    }

    @Test
    void aNodeThatTheServerDoesNotReach() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = free.getLocalPort();
        }
        try (SshServer jump = SshServer.start(folder).known()) {
            SshException unreachable = refused(target(jump.account()).port(closed).build(), jump.path());
            assertEquals(Reason.NODE_UNREACHABLE, unreachable.reason());
            assertTrue(unreachable.getMessage().contains("did not reach 127.0.0.1:" + closed), unreachable.getMessage());
        }
    }

    @Test
    void noServerThereAndNoSshThere() throws Exception {
        PathContext path = PathContext.of(Map.of("POSHREMOTE_SSH", folder.toString())).withConnectTimeout(Duration.ofSeconds(3));
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = free.getLocalPort();
        }
        SshException none = refused(target(new JumpHost("me", "127.0.0.1", closed)).build(), path);
        assertEquals(Reason.UNREACHABLE, none.reason(), none.getMessage());
        assertEquals(Reason.NAME_NOT_RESOLVED, refused(target(JumpHost.parse("me@jump.invalid")).build(), path).reason());
        // the demo node speaks HTTP and waits for a request
        SshException http = refused(target(new JumpHost("me", "127.0.0.1", node.port())).build(), path);
        assertTrue(http.reason() == Reason.NO_SSH || http.reason() == Reason.TIMEOUT, http.reason() + http.getMessage());
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            SshException late = refused(target(new JumpHost("me", "127.0.0.1", silent.getLocalPort())).build(), path);
            assertEquals(Reason.TIMEOUT, late.reason(), late.getMessage());
            assertTrue(late.getMessage().contains("did not answer in time"), late.getMessage());
        }
    }

    /** The session that was lost is made again for the next lane, without asking anybody. */
    @Test
    void aLostSessionIsMadeAgain() throws Exception {
        try (SshServer jump = SshServer.start(folder).known(); Way way = Way.to(target(jump.account()).build(), jump.path())) {
            way.open();
            var endpoint = new org.poshremote.wsman.Endpoint(node.host(), node.port(), false, "/");
            way.connector().connect(endpoint, Deadline.in(Duration.ofSeconds(20))).close();
            ProcessHandle.current().children().filter(child -> child.info().command().orElse("").contains("sshd")).findFirst().orElseThrow()
                .children().forEach(ProcessHandle::destroyForcibly);
            for (int i = 0; ; i++) {
                try {
                    way.connector().connect(endpoint, Deadline.in(Duration.ofSeconds(20))).close();
                    break;
                } catch (IOException e) { // as long as nobody has noticed
                    assertTrue(i < 50, e.getMessage());
                    Thread.sleep(100);
                }
            }
        }
    }
}
