package org.poshremote.wsman.auth.kerberos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.poshremote.wsman.testing.TestRealm;

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
}
