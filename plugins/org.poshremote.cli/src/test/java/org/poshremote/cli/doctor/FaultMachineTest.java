package org.poshremote.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.Diagnosis.Outcome;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.diagnose.Finding;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.NamedFault;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;
import org.poshremote.demo.process.ProgramResolver;
import org.poshremote.wsman.Secret;

/** Each cause is produced for real, and the diagnosis names it first, with something to do about it. */
@Execution(ExecutionMode.SAME_THREAD)
class FaultMachineTest {
    private static final DiagnosisSettings SETTINGS = DiagnosisSettings.DEFAULTS
        .withTimes(Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ofSeconds(2)).withNeighbours(List.of());

    @TempDir
    Path folder;

    private static DemoNode node(String faults) throws IOException {
        NodeFlaws flaws = NodeFlaws.NONE;
        for (String fault : faults.split("\\+")) {
            flaws = faults.isEmpty() ? flaws : flaws.and(NamedFault.named(fault.strip()).flaws());
        }
        return DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")).withAllowUnencrypted(true), flaws);
    }

    /** Over HTTP with Basic, as the demo node allows it. */
    private static Target http(DemoNode node, String user) {
        return Target.at(node.host()).name("node").port(node.port()).user(user).authentication(AuthenticationChoice.BASIC).allowUnencrypted(true).build();
    }

    private static Target https(DemoNode node, TrustChoice trust) {
        return Target.at(node.host()).name("node").https(true).port(node.httpsPort()).user(".\\demo").authentication(AuthenticationChoice.BASIC)
            .trust(trust).build();
    }

    private static Diagnosis diagnose(Target target, DemoNode node) {
        return diagnose(target, node.password(), SETTINGS);
    }

    private static Diagnosis diagnose(Target target, Secret password, DiagnosisSettings settings) {
        try (password) {
            return new Diagnoser(target, asked -> Optional.of(password.copy()), settings, DiagnosisListener.NONE).run();
        }
    }

    private static List<String> codes(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::code).toList();
    }

    private static void first(String expected, Diagnosis diagnosis) {
        assertFalse(diagnosis.findings().isEmpty(), () -> "no cause for " + diagnosis.steps());
        assertEquals(expected, diagnosis.best().orElseThrow().code(), () -> codes(diagnosis) + " from " + diagnosis.steps());
        assertFalse(diagnosis.best().orElseThrow().remedies().isEmpty());
        assertFalse(diagnosis.best().orElseThrow().remedies().get(0).weakens());
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "access-denied | .\\demo | PR-TOKEN-FILTER", "access-denied | CORP\\demo | PR-NOT-ALLOWED", "wrong-password | .\\demo | PR-PASSWORD",
        "wrong-password | CORP\\demo | PR-BASIC-DOMAIN", "wrong-password | demo@CORP.EXAMPLE | PR-BASIC-DOMAIN",
        "account-disabled | .\\demo | PR-ACCOUNT-DISABLED", "account-locked | .\\demo | PR-ACCOUNT-LOCKED",
        "account-expired | .\\demo | PR-ACCOUNT-EXPIRED", "account-restricted | .\\demo | PR-ACCOUNT-RESTRICTED",
        "password-expired | .\\demo | PR-PASSWORD-EXPIRED", "password-must-change | .\\demo | PR-PASSWORD-EXPIRED",
        "no-logon-server | CORP\\demo | PR-NO-LOGON-SERVER", "no-logon-session | .\\demo | PR-NO-LOGON-SESSION",
        "trust-broken | CORP\\demo | PR-TRUST-BROKEN", "no-offers | .\\demo | PR-OFFERS-NOTHING",
        "negotiate-only | .\\demo | PR-BASIC-ENCRYPTED-ONLY", "code-page | .\\demo | PR-CODE-PAGE", "max-shells | .\\demo | PR-MAX-SHELLS",
        "max-operations | .\\demo | PR-MAX-OPERATIONS", "user-quota | .\\demo | PR-USER-QUOTA", "max-users | .\\demo | PR-MAX-USERS",
        "max-processes | .\\demo | PR-MAX-PROCESSES", "shells-forbidden | .\\demo | PR-SHELLS-FORBIDDEN", "no-endpoint | .\\demo | PR-ENDPOINT-MISSING",
        "envelope | .\\demo | PR-ENVELOPE", "schema | .\\demo | PR-SCHEMA", "slow-operation | .\\demo | PR-OPERATION-SLOW",
        "shell-gone | .\\demo | PR-SHELL-GONE", "shutdown | .\\demo | PR-SHUTDOWN", "aborted | .\\demo | PR-SHUTDOWN",
        "profile-unloaded | .\\demo | PR-PROFILE-UNLOADED", "shell-disconnected | .\\demo | PR-SHELL-DISCONNECTED",
        "command-terminated | .\\demo | PR-COMMAND-TERMINATED", "encryption-required | .\\demo | PR-ENCRYPTION-REQUIRED",
        "encryption-fault | .\\demo | PR-ENCRYPTION-REQUIRED", "seal-lost | .\\demo | PR-SEAL-LOST", "web-server | .\\demo | PR-NOT-WINRM",
        "start-page | .\\demo | PR-NOT-WINRM", "redirect | .\\demo | PR-NOT-WINRM", "proxy-login | .\\demo | PR-PROXY-LOGIN",
        "proxy-error | .\\demo | PR-PROXY-IN-THE-WAY", "busy | .\\demo | PR-SERVICE-BUSY", "broken | .\\demo | PR-SERVICE-BROKEN",
        "garbage | .\\demo | PR-NOT-HTTP", "clock-behind | .\\demo | PR-CLOCK", "clock-ahead | .\\demo | PR-CLOCK",
        "tls-on-http-port | .\\demo | PR-TLS-ON-PLAIN", "silent | .\\demo | PR-NO-ANSWER", "reset | .\\demo | PR-PORT-RESET",
        "closing | .\\demo | PR-PORT-RESET", "ssh | .\\demo | PR-NOT-HTTP", "not-windows | .\\demo | PR-NOT-WINDOWS",
        "remoting-denied | .\\demo | PR-PSRP-DENIED", "remoting-missing | .\\demo | PR-ENDPOINT-MISSING"})
    void overHttp(String faults, String user, String expected) throws IOException {
        try (DemoNode node = node(faults)) {
            Target target = http(node, user);
            first(expected, diagnose(faults.equals("code-page") ? target.toBuilder().codePage(CodePageChoice.of(437)).build() : target, node));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'', PR-CERT-SELF-SIGNED", "certificate-expired, PR-CERT-EXPIRED", "certificate-not-yet, PR-CERT-NOT-YET",
        "certificate-name, PR-CERT-NAME", "certificate-usage, PR-CERT-USAGE", "certificate-key-usage, PR-CERT-KEY-USAGE",
        "certificate-authority, PR-CERT-UNKNOWN-AUTHORITY", "certificate-issuer, PR-CERT-ISSUER-NO-AUTHORITY",
        "http-on-tls-port, PR-PLAIN-ON-TLS", "tls-old, PR-TLS-OLD", "tls-rsa, PR-TLS-RSA", "tls-no-certificate, PR-TLS-NO-CERTIFICATE",
        "silent, PR-NO-ANSWER", "ssh, PR-TLS-NOT-TLS"})
    void overHttpsWithTheAuthoritiesOfThisMachine(String faults, String expected) throws IOException {
        try (DemoNode node = node(faults)) {
            Diagnosis diagnosis = diagnose(https(node, TrustChoice.SYSTEM), node);
            first(expected, diagnosis);
            assertEquals(0, node.requestLog().entries().stream().filter(entry -> !entry.scheme().isEmpty()).count(), "a password went to a node that is not trusted");
        }
    }

    /** A machine on which cmd.exe or PowerShell is not as it should be. */
    private static Diagnosis machine(String begin, HostedProgram other) throws IOException {
        Personality personality = Personality.named("windows-server-2022");
        CommandShell shell = new CommandShell(personality);
        ProgramResolver programs = (line, context) -> line.startsWith(begin) ? other : shell.resolve(line, context);
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(personality, programs).withAllowUnencrypted(true))) {
            return diagnose(http(node, ".\\demo"), node);
        }
    }

    private static HostedProgram says(String text, int code) {
        return context -> {
            try {
                context.stdout().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new InterruptedException(e.getMessage());
            }
            return code;
        };
    }

    @Test
    void whatIsWrongWithTheMachinesPrograms() throws IOException {
        HostedProgram hangs = context -> {
            new CountDownLatch(1).await();
            return 0;
        };
        first("PR-NO-POWERSHELL", machine("powershell", says("", 9009)));
        first("PR-LANGUAGE-MODE", machine("powershell", says("PR-version=5.1.20348.1\r\nPR-language=ConstrainedLanguage\r\nPR-policy=Bypass\r\n", 0)));
        first("PR-COMMAND-NO-END", machine("powershell", hangs));
        first("PR-COMMAND-NO-END", machine("echo", hangs));
        first("PR-COMMAND-BROKEN", machine("echo", says("", 7)));
        first("PR-COMMAND-BROKEN", machine("echo", says("PoshRemote\r\n", 7)));
        first("PR-LETTERS-LOST", machine("echo \u00e9", says("???????\r\n", 0)));
    }

    @Test
    void aNanoServerThatTheTargetDoesNotNameAsOne() throws IOException {
        Personality nano = Personality.named("nano-tp3");
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(nano).withAllowUnencrypted(true))) {
            first("PR-NANO-TP3", diagnose(http(node, ".\\demo").toBuilder().kind(TargetKind.WINDOWS).build(), node));
            first("PR-CODE-PAGE", diagnose(http(node, ".\\demo").toBuilder().kind(TargetKind.NANO_TP3).codePage(CodePageChoice.of(437)).build(), node));
        }
    }

    @Test
    void aCertificateThatIsNotThePinnedOne() throws IOException {
        try (DemoNode node = node("")) {
            Diagnosis diagnosis = diagnose(https(node, new TrustChoice.Pinned("ab".repeat(32))), node);
            first("PR-CERT-CHANGED", diagnosis);
            assertTrue(diagnosis.certificate().isPresent());
        }
    }

    @Test
    void aWeakCertificateOfAKnownAuthority() throws IOException {
        try (DemoNode node = node("certificate-weak")) {
            Path file = Files.writeString(folder.resolve("ca.pem"), node.certificatePem());
            first("PR-CERT-WEAK", diagnose(https(node, new TrustChoice.CaFile(file.toString())), node));
        }
    }

    @Test
    void noCheckOfTheCertificateIsAWarning() throws IOException {
        try (DemoNode node = node("")) {
            Diagnosis diagnosis = diagnose(https(node, TrustChoice.UNVERIFIED), node);
            assertEquals(Outcome.WARNING, diagnosis.outcome(), diagnosis.steps().toString());
            first("PR-UNVERIFIED", diagnosis);
        }
    }

    private static Diagnosis encrypted(String faults, String user, AuthenticationChoice choice) throws IOException {
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")),
                faults.isEmpty() ? NodeFlaws.NONE : NamedFault.named(faults).flaws())) {
            Diagnosis diagnosis = diagnose(Target.at(node.host()).name("node").port(node.port()).user(user).authentication(choice).build(), node);
            long wrong = node.requestLog().entries().stream().filter(entry -> entry.status().orElse(0) == 401 && !entry.scheme().isEmpty()).count();
            assertTrue(wrong <= 2, wrong + " legs that were refused: one sign-in by NTLM has two");
            return diagnosis;
        }
    }

    @ParameterizedTest(name = "{0} as {1} by {2}: {3}")
    @CsvSource({"wrong-password, .\\demo, NTLM, PR-TOKEN-FILTER", "wrong-password, .\\Administrator, NTLM, PR-PASSWORD",
        "wrong-password, CORP\\demo, NEGOTIATE, PR-PASSWORD", "access-denied, .\\demo, AUTOMATIC, PR-TOKEN-FILTER",
        "max-shells, .\\demo, NTLM, PR-MAX-SHELLS", "'', .\\demo, CREDSSP, PR-CREDSSP-OFF", "no-offers, .\\demo, NTLM, PR-OFFERS-NOTHING"})
    void overEncryptedHttp(String faults, String user, AuthenticationChoice choice, String expected) throws IOException {
        first(expected, encrypted(faults, user, choice));
    }

    @Test
    void nothingIsWrongWhereNtlmEncrypts() throws IOException {
        healthy(encrypted("", ".\\demo", AuthenticationChoice.NTLM));
        healthy(encrypted("", ".\\demo", AuthenticationChoice.AUTOMATIC));
    }

    private static Diagnosis changed(UnaryOperator<Target.Builder> change) throws IOException {
        try (DemoNode node = node("")) {
            return diagnose(change.apply(http(node, ".\\demo").toBuilder()).build(), node);
        }
    }

    @Test
    void whatIsWrongWithTheTargetItself() throws IOException {
        first("PR-WRONG-PATH", changed(target -> target.path("/winrm")));
        first("PR-BASIC-REFUSED-HERE", changed(target -> target.allowUnencrypted(false)));
        first("PR-NAME-UNKNOWN", changed(target -> target.host("no-such-node.invalid")));
        first("PR-NAME-SHORT", changed(target -> target.host("nosuchnodehere")));
    }

    @Test
    void whatOnlyPowerShellRemotingLacksIsAWarning() throws IOException {
        try (DemoNode node = node("remoting-denied")) {
            Diagnosis diagnosis = diagnose(http(node, ".\\demo"), node);
            assertEquals(Outcome.WARNING, diagnosis.outcome(), diagnosis.steps().toString());
        }
    }

    @Test
    void basicIsOffOverHttps() throws IOException {
        try (DemoNode node = node("negotiate-only")) {
            first("PR-BASIC-OFF", diagnose(https(node, TrustChoice.UNVERIFIED), node));
        }
    }

    @Test
    void closedPortsAndOpenOnesBesideThem() throws IOException {
        try (DemoNode node = node(""); ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int closed = nobody.getLocalPort();
            nobody.close();
            Target target = Target.at("127.0.0.1").port(closed).build();
            first("PR-PORT-REFUSED", diagnose(target, node));
        }
    }

    /** A queue of connections that is full: what comes then is dropped without a word, as by a firewall. */
    @Test
    void aFirewallThatDrops() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", full.getLocalPort());
            boolean dropped = false;
            for (int i = 0; i < 20 && !dropped; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(address, 300);
                } catch (IOException e) {
                    dropped = true;
                }
            }
            assertTrue(dropped, "the queue took twenty connections");
            DiagnosisSettings brief = SETTINGS.withTimes(Duration.ofSeconds(10), Duration.ofMillis(400), Duration.ofSeconds(1));
            first("PR-FIREWALL", diagnose(Target.at("127.0.0.1").port(full.getLocalPort()).build(), Secret.of("x".toCharArray()), brief));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}, and {2}")
    @CsvSource({"access-denied + clock-behind, PR-TOKEN-FILTER, PR-CLOCK", "max-shells + clock-ahead, PR-MAX-SHELLS, PR-CLOCK",
        "wrong-password + clock-behind, PR-PASSWORD, PR-CLOCK", "busy + clock-behind, PR-SERVICE-BUSY, PR-CLOCK"})
    void twoThingsAtOnceOverHttp(String faults, String expected, String second) throws IOException {
        try (DemoNode node = node(faults)) {
            Diagnosis diagnosis = diagnose(http(node, ".\\demo"), node);
            first(expected, diagnosis);
            boolean reached = !expected.equals("PR-SERVICE-BUSY");
            assertEquals(reached, codes(diagnosis).contains(second), codes(diagnosis).toString());
        }
    }

    @ParameterizedTest(name = "{0}: {1}, and {2}")
    @CsvSource({"certificate-expired + clock-behind, PR-CERT-EXPIRED, PR-CLOCK", "certificate-not-yet + clock-ahead, PR-CLOCK, PR-CERT-NOT-YET",
        "certificate-name + wrong-password, PR-CERT-NAME, PR-CERT-SELF-SIGNED", "certificate-expired + web-server, PR-CERT-EXPIRED, PR-NOT-WINRM"})
    void twoThingsAtOnceOverHttps(String faults, String expected, String second) throws IOException {
        try (DemoNode node = node(faults)) {
            Diagnosis diagnosis = diagnose(https(node, TrustChoice.SYSTEM), node);
            first(expected, diagnosis);
            assertTrue(codes(diagnosis).contains(second), codes(diagnosis).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-server-2022", "windows-server-2012r2", "windows-7-powershell-2", "nano-tp3", "slow"})
    void nothingIsWrongWithAHealthyNode(String personality) throws IOException {
        Personality chosen = Personality.named(personality);
        DiagnosisSettings patient = SETTINGS.withTimes(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(20));
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(chosen).withAllowUnencrypted(true))) {
            Target plain = http(node, ".\\demo").toBuilder().kind(kind(chosen)).build();
            healthy(diagnose(plain, node.password(), patient));
            Path file = Files.writeString(folder.resolve("ca.pem"), node.certificatePem());
            Target secure = https(node, new TrustChoice.CaFile(file.toString())).toBuilder().kind(kind(chosen)).build();
            healthy(diagnose(secure, node.password(), patient));
            assertEquals(0, node.openShells(), "a shell was left behind");
        }
    }

    private static TargetKind kind(Personality personality) {
        return personality.name().equals("nano-tp3") ? TargetKind.NANO_TP3 : TargetKind.WINDOWS;
    }

    private static void healthy(Diagnosis diagnosis) {
        assertEquals(Outcome.HEALTHY, diagnosis.outcome(), diagnosis.steps().toString());
        assertEquals(List.of(), codes(diagnosis));
    }

    @Test
    void aRejectedPasswordIsSentOnce() throws IOException {
        try (DemoNode node = node("wrong-password")) {
            diagnose(http(node, ".\\demo"), node);
            assertEquals(1, node.requestLog().entries().stream().filter(entry -> entry.scheme().equals("Basic")).count());
        }
    }

    @Test
    void everyFaultOfTheDemoNodeHasATitle() {
        assertTrue(NamedFault.all().size() >= 40, NamedFault.all().size() + " faults");
        NamedFault.all().forEach(fault -> assertFalse(fault.title().isBlank(), fault.name()));
    }
}
