package org.poshremote.wsman.auth.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.kerberos.KerberosOptions.Mechanism;
import org.poshremote.wsman.auth.kerberos.internal.TlsBinding;
import org.poshremote.wsman.http.HttpLimits;
import org.poshremote.wsman.http.HttpReply;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.LaneSettings;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.http.WireLog;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.testing.TestRealm;

/**
 * Our client against what others wrote: MIT's KDC, and MIT's GSS-API as the node's side of sign-in and sealing. In a JVM of
 * its own, since krb5.conf is one for a JVM.
 */
@Tag("jvm-of-its-own")
@Timeout(120)
class KerberosRealmTest {
    private static final String HOST = "node.poshremote.test";
    private static final Secret PASSWORD = Secret.of("pass-phrase äöü".toCharArray());
    private static final KerberosAccount USER = new KerberosAccount.Password("user@" + TestRealm.NAME, PASSWORD);
    private static final KerberosOptions OPTIONS = KerberosOptions.DEFAULTS.withServiceHost(Optional.of(HOST));
    @TempDir
    private static Path folder;
    private static TestRealm realm;
    private static Path keytab;
    private static GssNode node;

    @BeforeAll
    static void realm() throws IOException {
        TestRealm.require();
        realm = TestRealm.start(Files.createDirectory(folder.resolve("realm")));
        realm.user("user", "\"pass-phrase äöü\"");
        keytab = realm.service("WSMAN/" + HOST, "");
        node = GssNode.start(realm, folder, keytab, "+0");
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

    /** One lane and the number of its requests. */
    private record Talk(Lane lane, AtomicInteger requests) implements AutoCloseable {
        static Talk with(int port, boolean https, Kerberos kerberos) {
            AtomicInteger requests = new AtomicInteger();
            Endpoint endpoint = new Endpoint("127.0.0.1", port, https, "/wsman");
            return new Talk(new Lane(new LaneSettings(endpoint, https ? new Trust.None() : Trust.SYSTEM, kerberos, LaneConnector.DIRECT,
                Duration.ofSeconds(20), HttpLimits.DEFAULTS, WireLog.OFF), 1, requests::incrementAndGet), requests);
        }

        String say(String text) throws WsmanException {
            HttpReply reply = lane.post(text.getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(30));
            return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            lane.close();
        }
    }

    private static Talk talk(KerberosAccount account, KerberosOptions options) {
        return Talk.with(node.port(), false, new Kerberos(account, options));
    }

    private static AuthenticationException failure(KerberosAccount account, KerberosOptions options) {
        try (Talk talk = talk(account, options)) {
            return assertThrows(AuthenticationException.class, () -> talk.say("never"));
        }
    }

    private static KerberosTrouble trouble(AuthenticationException failure) {
        return assertInstanceOf(KerberosException.class, failure.getCause(), failure::getMessage).trouble();
    }

    @ParameterizedTest
    @EnumSource
    void sealsOverHttp(Mechanism mechanism) throws WsmanException {
        try (Talk talk = talk(USER, OPTIONS.withMechanism(mechanism))) {
            assertEquals("200 echo:first", talk.say("first"));
            assertEquals(2, talk.requests().get(), "one more than Basic");
            String large = "größer ".repeat(20_000);
            assertEquals("200 echo:" + large, talk.say(large));
            for (int i = 0; i < 20; i++) {
                assertEquals("200 echo:" + "x".repeat(i), talk.say("x".repeat(i)));
            }
            assertEquals(23, talk.requests().get());
        }
    }

    /** Each has a checksum of its own length: 12, 12, 16 and 24 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"aes128-cts", "aes256-cts", "aes128-sha2", "aes256-sha2"})
    void sealsWithEachEncryptionType(String encryption) throws WsmanException, IOException {
        String host = encryption + ".poshremote.test";
        Path own = realm.service("HTTP/" + host, encryption + ":normal");
        KerberosOptions options = OPTIONS.withServiceClass("HTTP").withServiceHost(Optional.of(host));
        try (GssNode other = GssNode.start(realm, folder, own, "+0"); Talk talk = Talk.with(other.port(), false, new Kerberos(USER, options))) {
            assertEquals("200 echo:<x/>", talk.say("<x/>"));
            assertEquals("200 echo:", talk.say(""));
        }
    }

    /** A certificate for the node and its key, as PEM files. */
    private static Path[] certificate(String name) throws IOException, InterruptedException {
        Path[] files = {folder.resolve(name + ".crt"), folder.resolve(name + ".key")};
        Process openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + HOST,
            "-out", files[0].toString(), "-keyout", files[1].toString()).redirectErrorStream(true).start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void overHttpsTheFirstRequestSignsInAndIsBoundToTls(Mechanism mechanism) throws Exception {
        assertTrue(Kerberos.bindsToTls());
        Path[] tls = certificate(mechanism.name());
        try (GssNode https = GssNode.start(realm, folder, keytab, "+0", tls);
                Talk talk = Talk.with(https.port(), true, new Kerberos(USER, OPTIONS.withMechanism(mechanism)))) {
            assertEquals("200 echo:<x/>", talk.say("<x/>"));
            assertEquals(1, talk.requests().get(), "as many as Basic");
            String seen = talk.say("who");
            assertTrue(seen.contains("account=user@POSHREMOTE.TEST") && seen.contains("bound=True"), seen);
        }
    }

    /** Somebody in between who has the ticket handed through. */
    @Test
    void anotherCertificateThanTheNodeSeesIsRefused() throws Exception {
        Path[] tls = certificate("between");
        Path[] nodes = certificate("nodes");
        try (GssNode https = GssNode.start(realm, folder, keytab, "+0", tls[0], tls[1], nodes[0]);
                Talk talk = Talk.with(https.port(), true, new Kerberos(USER, OPTIONS))) {
            AuthenticationException refused = assertThrows(AuthenticationException.class, () -> talk.say("never"));
            assertEquals(KerberosTrouble.BINDING, trouble(refused));
            assertTrue(refused.getMessage().contains("between here and the node"), refused::getMessage);
        }
    }

    @Test
    void delegatesOnRequestOnly() throws Exception {
        try (Talk plain = talk(USER, OPTIONS); Talk delegating = talk(USER, OPTIONS.withDelegate(true))) {
            assertTrue(plain.say("who").endsWith("delegated=None"));
            assertTrue(delegating.say("who").endsWith("delegated=user@POSHREMOTE.TEST"));
        }
        KerberosAccount fixed = new KerberosAccount.Cache(Optional.of(realm.tickets("user", "pass-phrase äöü", "-F")), Optional.empty());
        AuthenticationException failure = failure(fixed, OPTIONS.withDelegate(true));
        assertEquals(KerberosTrouble.NOT_FORWARDABLE, trouble(failure));
        assertEquals(Reason.UNAVAILABLE, failure.reason());
    }

    @Test
    void ticketCacheAndKeytab() throws Exception {
        Path cache = realm.tickets("user", "pass-phrase äöü");
        realm.kadmin("ktadd -norandkey -k " + folder.resolve("user.keytab") + " user");
        for (KerberosAccount account : new KerberosAccount[] {
            new KerberosAccount.Cache(Optional.of(cache), Optional.empty()),
            new KerberosAccount.Cache(Optional.of(cache), Optional.of("user@" + TestRealm.NAME)),
            new KerberosAccount.Keytab(folder.resolve("user.keytab"), "user")}) {
            try (Talk talk = talk(account, OPTIONS)) {
                assertTrue(talk.say("who").startsWith("200 account=user@POSHREMOTE.TEST service=WSMAN/node.poshremote.test"));
            }
        }
        for (KerberosAccount account : new KerberosAccount[] {
            new KerberosAccount.Cache(Optional.of(folder.resolve("none")), Optional.empty()),
            new KerberosAccount.Cache(Optional.of(cache), Optional.of("other@" + TestRealm.NAME)),
            new KerberosAccount.Keytab(folder.resolve("user.keytab"), "other"),
            new KerberosAccount.Keytab(folder.resolve("none.keytab"), "user")}) {
            AuthenticationException failure = failure(account, OPTIONS);
            assertEquals(KerberosTrouble.NO_TICKET, trouble(failure), failure::getMessage);
            assertEquals(Reason.UNAVAILABLE, failure.reason());
        }
    }

    /** As in Eclipse, where a thread's class loader knows the bundles. */
    @Test
    void whateverTheThreadsClassLoader() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(new ClassLoader(null) { });
        try (Talk talk = talk(USER, OPTIONS)) {
            assertEquals("200 echo:1", talk.say("1"));
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /** The second lane gets along without the password. */
    @Test
    void ticketsServeAllLanes() throws Exception {
        Secret once = PASSWORD.copy();
        Kerberos kerberos = new Kerberos(new KerberosAccount.Password("user@" + TestRealm.NAME, once), OPTIONS);
        try (Talk first = Talk.with(node.port(), false, kerberos); Talk second = Talk.with(node.port(), false, kerberos)) {
            assertEquals("200 echo:1", first.say("1"));
            once.close();
            assertEquals("200 echo:2", second.say("2"));
        }
    }

    @Test
    void portInTheServiceName() throws Exception {
        String host = "ported.poshremote.test";
        try (ServerSocket closed = new ServerSocket(0)) {
            assertEquals("WSMAN/" + host + ":" + closed.getLocalPort(), OPTIONS.withServiceHost(Optional.of(host)).withPortInName(true)
                .serviceName(new Endpoint("127.0.0.1", closed.getLocalPort(), false, "/wsman")));
        }
        realm.kadmin("addprinc -randkey -clearpolicy WSMAN/" + host + ":" + node.port());
        realm.kadmin("ktadd -norandkey -k " + keytab + " WSMAN/" + host + ":" + node.port());
        try (Talk talk = talk(USER, OPTIONS.withServiceHost(Optional.of(host)).withPortInName(true))) {
            assertTrue(talk.say("who").contains("service=WSMAN/" + host + ":" + node.port()));
        }
    }

    @Test
    void whatTheRealmRefuses() throws Exception {
        try (Secret wrong = Secret.of("not-the-password".toCharArray())) {
            AuthenticationException failure = failure(new KerberosAccount.Password("user@" + TestRealm.NAME, wrong), OPTIONS);
            assertEquals(KerberosTrouble.WRONG_PASSWORD, trouble(failure));
            assertEquals(Reason.REJECTED, failure.reason());
            assertFalse(failure.toString().contains("not-the-password"));
        }
        AuthenticationException unknown = failure(new KerberosAccount.Password("nobody@" + TestRealm.NAME, PASSWORD), OPTIONS);
        assertEquals(KerberosTrouble.ACCOUNT_UNKNOWN, trouble(unknown));
        assertTrue(unknown.getMessage().contains("nobody@" + TestRealm.NAME));
        realm.user("barred", "p", "-allow_tix");
        realm.user("late", "p", "-pwexpire", "\"2020-01-01 UTC\"");
        try (Secret p = Secret.of("p".toCharArray())) {
            assertEquals(KerberosTrouble.ACCOUNT_BARRED, trouble(failure(new KerberosAccount.Password("barred", p), OPTIONS)));
            assertEquals(KerberosTrouble.PASSWORD_EXPIRED, trouble(failure(new KerberosAccount.Password("late", p), OPTIONS)));
        }
    }

    @Test
    void unknownService() {
        AuthenticationException failure = failure(USER, OPTIONS.withServiceHost(Optional.of("alias.poshremote.test")));
        assertEquals(KerberosTrouble.SERVICE_UNKNOWN, trouble(failure));
        assertEquals(Reason.MECHANISM, failure.reason());
        assertTrue(failure.getMessage().contains("setspn -Q WSMAN/alias.poshremote.test"), failure::getMessage);
        AuthenticationException address = failure(USER, KerberosOptions.DEFAULTS);
        assertTrue(address.getMessage().contains("by name, not by address"), address::getMessage);
    }

    @Test
    void unknownRealmTellsTheLines() {
        AuthenticationException failure = failure(new KerberosAccount.Password("user@CORP.EXAMPLE", PASSWORD), OPTIONS);
        assertEquals(KerberosTrouble.REALM_UNKNOWN, trouble(failure));
        assertEquals(Reason.UNAVAILABLE, failure.reason());
        assertTrue(failure.getMessage().contains(realm.conf().toString()), failure::getMessage);
        assertTrue(failure.getMessage().contains("[realms]\n  CORP.EXAMPLE = {\n    kdc = corp.example\n  }"), failure::getMessage);
    }

    @Test
    void noDefaultRealm() throws Exception {
        String good = Files.readString(realm.conf());
        try {
            Files.writeString(realm.conf(), good.replaceFirst("default_realm = .*", ""));
            AuthenticationException failure = failure(new KerberosAccount.Password("user", PASSWORD), OPTIONS);
            assertEquals(KerberosTrouble.NO_DEFAULT_REALM, trouble(failure), failure::getMessage);
            assertTrue(failure.getMessage().contains("user@REALM") && failure.getMessage().contains("default_realm = POSHREMOTE.TEST"), failure::getMessage);
        } finally {
            Files.writeString(realm.conf(), good);
        }
    }

    @Test
    void serverOfTheRealmAwayOrSilent() throws Exception {
        int gone;
        try (ServerSocket closed = new ServerSocket(0)) {
            gone = closed.getLocalPort();
        }
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            realm.alsoRealm("GONE.TEST", gone);
            realm.alsoRealm("SILENT.TEST", silent.getLocalPort());
            AuthenticationException away = failure(new KerberosAccount.Password("user@GONE.TEST", PASSWORD), OPTIONS);
            assertEquals(KerberosTrouble.KDC_UNREACHABLE, trouble(away), away::getMessage);
            AuthenticationException mute = failure(new KerberosAccount.Password("user@SILENT.TEST", PASSWORD), OPTIONS.withPatience(Duration.ofMillis(300)));
            assertEquals(KerberosTrouble.KDC_UNREACHABLE, trouble(mute));
            assertEquals(Reason.UNAVAILABLE, mute.reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void clockOfTheNode(Mechanism mechanism) throws Exception {
        try (GssNode ahead = GssNode.start(realm, folder, keytab, "+3h");
                Talk talk = Talk.with(ahead.port(), false, new Kerberos(USER, OPTIONS.withMechanism(mechanism)))) {
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> talk.say("never"));
            assertEquals(KerberosTrouble.CLOCK, trouble(failure), failure::getMessage);
            assertTrue(failure.getMessage().contains(" h ahead of this machine's"), failure::getMessage);
        }
    }

    @Test
    void clockOfTheRealm() throws Exception {
        String good = Files.readString(realm.conf());
        try (TestRealm behind = realm.at("-1h")) {
            Files.copy(behind.conf(), realm.conf(), StandardCopyOption.REPLACE_EXISTING);
            assertEquals(KerberosTrouble.CLOCK, trouble(failure(USER, OPTIONS)));
        } finally {
            Files.writeString(realm.conf(), good);
        }
    }

    @Test
    void expiredTicket() throws Exception {
        try (TestRealm yesterday = realm.at("-1d")) {
            KerberosAccount old = new KerberosAccount.Cache(Optional.of(yesterday.tickets("user", "pass-phrase äöü")), Optional.empty());
            AuthenticationException failure = failure(old, OPTIONS);
            assertEquals(Reason.UNAVAILABLE, failure.reason());
            assertTrue(failure.getMessage().contains("expired") && failure.getMessage().contains("kinit"), failure::getMessage);
        }
    }

    /** The name leads to a machine that is another service, or has another key than the realm gave this one. */
    @Test
    void keyOfAnother() throws Exception {
        Path others = realm.service("WSMAN/other.poshremote.test", "");
        String rejoined = "rejoined.poshremote.test";
        Path old = realm.service("WSMAN/" + rejoined, "");
        realm.kadmin("delprinc -force WSMAN/" + rejoined);
        realm.kadmin("addprinc -randkey -clearpolicy WSMAN/" + rejoined);
        try (GssNode other = GssNode.start(realm, folder, others, "+0"); Talk talk = Talk.with(other.port(), false, new Kerberos(USER, OPTIONS));
                GssNode stale = GssNode.start(realm, folder, old, "+0");
                Talk second = Talk.with(stale.port(), false, new Kerberos(USER, OPTIONS.withServiceHost(Optional.of(rejoined))))) {
            for (Talk each : new Talk[] {talk, second}) {
                AuthenticationException failure = assertThrows(AuthenticationException.class, () -> each.say("never"));
                assertEquals(KerberosTrouble.WRONG_KEY, trouble(failure), failure::getMessage);
                assertTrue(failure.getMessage().contains("cannot open the ticket for WSMAN/"), failure::getMessage);
            }
        }
    }

    /** What a node that knows no Kerberos, or pretends to be another, makes of the first token. */
    private static ScriptedNode saying(int status, String headers) throws IOException {
        return new ScriptedNode((request, answer) -> answer.status(status, headers));
    }

    @Test
    void nobodyElseIsTrusted() throws Exception {
        try (ScriptedNode silent = saying(200, ""); Talk talk = Talk.with(silent.port(), false, new Kerberos(USER, OPTIONS))) {
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> talk.say("secret script"));
            assertEquals(Reason.PEER_NOT_VERIFIED, failure.reason());
            assertEquals(1, silent.requests().size());
            assertEquals("", silent.requests().get(0).body(), "nothing goes out before the keys are there");
        }
        try (ScriptedNode basic = saying(401, "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n"); Talk talk = Talk.with(basic.port(), false, new Kerberos(USER, OPTIONS))) {
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> talk.say("x"));
            assertEquals(Reason.NOT_OFFERED, failure.reason());
            assertEquals(List.of("Basic"), failure.offered());
        }
        try (ScriptedNode refusing = saying(401, "WWW-Authenticate: Negotiate\r\n"); Talk talk = Talk.with(refusing.port(), false, new Kerberos(USER, OPTIONS))) {
            assertEquals(Reason.MECHANISM, assertThrows(AuthenticationException.class, () -> talk.say("x")).reason());
            assertEquals(1, refusing.requests().size());
        }
        try (ScriptedNode web = saying(404, "Content-Type: text/html\r\n"); Talk talk = Talk.with(web.port(), false, new Kerberos(USER, OPTIONS))) {
            assertEquals(404, assertThrows(HttpStatusException.class, () -> talk.say("x")).status());
        }
        for (String token : List.of("!", "AAAA", "oQcwBaADCgEC")) {
            try (ScriptedNode odd = saying(401, "WWW-Authenticate: Negotiate " + token + "\r\n"); Talk talk = Talk.with(odd.port(), false, new Kerberos(USER, OPTIONS))) {
                assertEquals(Reason.MECHANISM, assertThrows(AuthenticationException.class, () -> talk.say("x")).reason(), token);
            }
        }
    }

    @Test
    void takesTheOtherNameWhereOnlyThatIsOffered() throws Exception {
        try (ScriptedNode bare = saying(401, "WWW-Authenticate: Kerberos\r\n"); Talk talk = Talk.with(bare.port(), false, new Kerberos(USER, OPTIONS))) {
            assertThrows(AuthenticationException.class, () -> talk.say("x"));
            assertEquals(List.of("Negotiate", "Kerberos"), bare.requests().stream()
                .map(request -> request.headers().get("authorization").split(" ")[0]).toList());
        }
    }
}
