package org.poshremote.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.Diagnosis.Outcome;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.KerberosChoice;
import org.poshremote.core.target.Target;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.auth.KerberosAcceptors;
import org.poshremote.demo.auth.KerberosAcceptors.Scheme;
import org.poshremote.demo.personality.Personality;
import org.poshremote.testing.TestRealm;
import org.poshremote.wsman.Secret;

/** What goes wrong with Kerberos, produced by MIT's KDC; in a JVM of its own, since krb5.conf is one for a JVM. */
@Tag("jvm-of-its-own")
@Timeout(120)
class KerberosDiagnosisTest {
    private static final String HOST = "demo.poshremote.test";
    @TempDir
    private static Path folder;
    private static TestRealm realm;
    private static DemoNode node;

    @BeforeAll
    static void start() throws IOException {
        TestRealm.require();
        realm = TestRealm.start(Files.createDirectory(folder.resolve("realm")));
        realm.user("user", "pass");
        realm.user("barred", "pass", "-allow_tix");
        realm.user("late", "pass", "+needchange");
        Path keytab = realm.service("WSMAN/" + HOST, "");
        node = node(keytab);
    }

    private static DemoNode node(Path keytab) throws IOException {
        return DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")).withAllowUnencrypted(false)
            .withAcceptor(new KerberosAcceptors(keytab, Scheme.KERBEROS)).withAcceptor(new KerberosAcceptors(keytab, Scheme.NEGOTIATE)));
    }

    @AfterAll
    static void end() throws IOException {
        if (node != null) {
            node.close();
        }
        if (realm != null) {
            realm.close();
        }
    }

    private static Diagnosis diagnose(DemoNode on, String user, String password, String serviceHost) {
        Target target = Target.at(on.host()).name("node").port(on.port()).user(user).authentication(AuthenticationChoice.KERBEROS)
            .kerberos(new KerberosChoice("WSMAN", Optional.of(serviceHost), false, false, Optional.empty())).build();
        DiagnosisSettings settings = DiagnosisSettings.DEFAULTS.withTimes(Duration.ofSeconds(40), Duration.ofSeconds(5), Duration.ofSeconds(15)).withNeighbours(List.of());
        return new Diagnoser(target, asked -> Optional.of(Secret.of(password.toCharArray())), settings, DiagnosisListener.NONE).run();
    }

    private static void first(String expected, Diagnosis diagnosis) {
        assertFalse(diagnosis.findings().isEmpty(), () -> diagnosis.steps().toString());
        assertEquals(expected, diagnosis.best().orElseThrow().code(), () -> diagnosis.steps().toString());
    }

    @Test
    void nothingIsWrong() {
        Diagnosis diagnosis = diagnose(node, "user@" + TestRealm.NAME, "pass", HOST);
        assertEquals(Outcome.HEALTHY, diagnosis.outcome(), diagnosis.steps().toString());
        assertEquals(List.of(), diagnosis.findings());
    }

    @Test
    void accountsAndPasswords() {
        first("PR-PASSWORD", diagnose(node, "user@" + TestRealm.NAME, "not the one", HOST));
        first("PR-KRB-ACCOUNT", diagnose(node, "nobody@" + TestRealm.NAME, "pass", HOST));
        first("PR-KRB-ACCOUNT", diagnose(node, ".\\user", "pass", HOST));
        first("PR-PASSWORD-EXPIRED", diagnose(node, "late@" + TestRealm.NAME, "pass", HOST));
        Diagnosis barred = diagnose(node, "barred@" + TestRealm.NAME, "pass", HOST);
        assertEquals(List.of("PR-ACCOUNT-LOCKED", "PR-ACCOUNT-DISABLED"), barred.findings().stream().limit(2).map(finding -> finding.code()).toList());
    }

    @Test
    void servicesAndRealms() {
        first("PR-KRB-SPN", diagnose(node, "user@" + TestRealm.NAME, "pass", "alias.poshremote.test"));
        first("PR-KRB-REALM", diagnose(node, "user@NOWHERE.TEST", "pass", HOST));
    }

    @Test
    void aKeyThatIsNotTheNodes() throws IOException {
        Path keytab = realm.service("WSMAN/other.poshremote.test", "");
        Path old = Files.copy(keytab, folder.resolve("old.keytab"));
        realm.kadmin("cpw -randkey WSMAN/other.poshremote.test");
        try (DemoNode other = node(old)) {
            Diagnosis diagnosis = diagnose(other, "user@" + TestRealm.NAME, "pass", "other.poshremote.test");
            assertEquals(Outcome.FAILED, diagnosis.outcome());
            first("PR-KRB-SPN-TWICE", diagnosis);
        }
    }
}
