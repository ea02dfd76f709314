package org.poshremote.cli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.auth.CertificateMapping;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.wsman.auth.certificate.CertificateSignIn;

/** Signing in by client certificate, from the options to the node and back. */
@Timeout(120)
class CertificateSignInJourneyTest {
    @TempDir
    private static Path keys;
    @TempDir
    private Path folder;
    private static ClientKey alice;
    private static ClientKey stranger;
    private DemoNode node;
    private Session session;

    @BeforeAll
    static void make() throws Exception {
        alice = ClientKey.make(keys, "alice", "extendedKeyUsage=clientAuth", "subjectAltName=otherName:1.3.6.1.4.1.311.20.2.3;UTF8:alice@node");
        stranger = ClientKey.make(keys, "stranger", "extendedKeyUsage=clientAuth");
    }

    @BeforeEach
    void start() throws Exception {
        node = DemoNode.start(settings().withCertificates(new CertificateMapping(alice.x509(), Optional.of("alice@node"))));
        session = new Session(folder);
        session.file("hello.ps1", "Write-Output \"hello from $env:COMPUTERNAME\"\n");
    }

    private static DemoNodeSettings settings() {
        Personality personality = Personality.named("windows-server-2022");
        return DemoNodeSettings.of(personality, new CommandShell(personality));
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    private String[] run(String... more) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("run", "hello.ps1", "--host", node.host(), "--https", "--port", String.valueOf(node.httpsPort()),
            "--no-verify"), java.util.stream.Stream.of(more)).toArray(String[]::new);
    }

    private List<String> schemes() {
        return node.requestLog().entries().stream().map(entry -> entry.scheme()).distinct().toList();
    }

    @Test
    void aPkcs12FileWhoseKeyHasAPassword() throws Exception {
        session.environment.put("POSHREMOTE_KEY_PASSWORD", ClientKey.PASSWORD);
        assertEquals(0, session.call(run("--auth", "certificate", "--certificate", alice.pkcs12().toString())), session.err());
        assertTrue(session.out().startsWith("hello from "), session.out());
        assertEquals(List.of(CertificateSignIn.PROFILE), schemes());
        assertFalse(session.err().contains(ClientKey.PASSWORD));
        assertTrue(session.err().contains("NOT verified"), session.err());
    }

    @Test
    void itsPasswordFromStandardInputOrNobody() throws Exception {
        assertEquals(0, session.typing(ClientKey.PASSWORD + "\n").call(run("--auth", "certificate", "--certificate", alice.pkcs12().toString(), "--password-stdin")),
            session.err());
        assertEquals(ExitCodes.USAGE, session.typing("").call(run("--auth", "certificate", "--certificate", alice.pkcs12().toString())));
        assertTrue(session.err().contains("POSHREMOTE_KEY_PASSWORD"), session.err());
        session.environment.put("POSHREMOTE_KEY_PASSWORD", "wrong");
        assertEquals(ExitCodes.NO_PERMISSION, session.call(run("--auth", "certificate", "--certificate", alice.pkcs12().toString())), session.err());
        assertTrue(session.err().contains("the password is not right"), session.err());
    }

    @Test
    void automaticTakesItWhereItIsNamedAndNobodyIsAskedForAPassword() throws Exception {
        session.asTerminal = true;
        assertEquals(0, session.call(run("--certificate", alice.certificate().toString(), "--certificate-key", alice.key().toString())), session.err());
        assertTrue(session.err().contains("as the certificate in "), session.err());
        assertEquals(List.of(CertificateSignIn.PROFILE), schemes());
    }

    @Test
    void automaticGoesOnByPasswordWhereTheNodeDoesNotTakeIt() throws Exception {
        session.environment.put("POSHREMOTE_PASSWORD", node.usePassword(String::new));
        assertEquals(0, session.call(run("--user", "demo", "--certificate", stranger.certificate().toString(), "--certificate-key", stranger.key().toString())),
            session.err());
        assertEquals(List.of(CertificateSignIn.PROFILE, "Negotiate", ""), schemes());
    }

    @Test
    void oneThatIsMappedToNobodyIsRefusedInWords() throws Exception {
        assertEquals(ExitCodes.NO_PERMISSION, session.call(run("--auth", "certificate", "--certificate", stranger.certificate().toString(),
            "--certificate-key", stranger.key().toString())), session.err());
        assertTrue(session.err().contains("did not take the client certificate of stranger"), session.err());
    }

    @Test
    void overPlainHttpAndWithoutAFileItIsAMistake() throws Exception {
        assertEquals(ExitCodes.USAGE, session.call("run", "hello.ps1", "--host", node.host(), "--certificate", alice.certificate().toString()));
        assertTrue(session.err().contains("give --https"), session.err());
        assertEquals(ExitCodes.USAGE, session.call(run("--auth", "certificate")));
        assertTrue(session.err().contains("names none"), session.err());
    }

    @Test
    void aSavedTargetKeepsThePathAndNoPassword() throws Exception {
        assertEquals(0, session.call("targets", "add", "node", "--host", node.host(), "--https", "--port", String.valueOf(node.httpsPort()), "--no-verify",
            "--auth", "certificate", "--certificate", alice.pkcs12().toString()), session.err());
        assertTrue(session.err().contains("will take any certificate"), session.err());
        assertEquals(0, session.call("targets", "list"));
        assertTrue(session.out().contains("NOT VERIFIED"), session.out());
        assertFalse(Files.readString(session.config().resolve("targets.json")).contains(ClientKey.PASSWORD));
        session.environment.put("POSHREMOTE_KEY_PASSWORD", ClientKey.PASSWORD);
        assertEquals(0, session.call("run", "hello.ps1", "--on", "node"), session.err());
        assertTrue(session.err().contains("NOT verified"), session.err());
    }

    private Diagnosis diagnose(DemoNode on, Path certificate, Path key) {
        Target target = Target.at(on.host()).https(true).port(on.httpsPort()).trust(TrustChoice.UNVERIFIED).authentication(AuthenticationChoice.CERTIFICATE)
            .certificate(Optional.of(new CertificateChoice.InFile(certificate.toString(), Optional.of(key.toString())))).build();
        return new Diagnoser(target, asked -> Optional.empty(), DiagnosisSettings.DEFAULTS.withNeighbours(List.of()), DiagnosisListener.NONE).run();
    }

    private static void first(String code, Diagnosis diagnosis) {
        assertEquals(code, diagnosis.best().orElseThrow().code(), () -> diagnosis.steps().toString());
        assertFalse(diagnosis.best().orElseThrow().remedies().isEmpty());
    }

    @Test
    void theDiagnosisKnowsWhatIsWrongWithIt() throws Exception {
        first("PR-CERTIFICATE-NOT-MAPPED", diagnose(node, stranger.certificate(), stranger.key()));
        ClientKey server = ClientKey.make(keys, "server", "extendedKeyUsage=serverAuth");
        first("PR-CERTIFICATE-PURPOSE", diagnose(node, server.certificate(), server.key()));
        first("PR-CERTIFICATE-UNREADABLE", diagnose(node, alice.certificate(), stranger.key()));
        try (DemoNode without = DemoNode.start(settings())) {
            first("PR-CERTIFICATE-OFF", diagnose(without, alice.certificate(), alice.key()));
        }
        Diagnosis healthy = diagnose(node, alice.certificate(), alice.key());
        assertTrue(healthy.steps().stream().anyMatch(step -> step.code().equals("PR-STEP-SIGN-IN") && step.summary().startsWith("Signed in by Certificate")),
            () -> healthy.steps().toString());
    }
}
