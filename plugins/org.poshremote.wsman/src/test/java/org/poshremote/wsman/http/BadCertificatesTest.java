package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.wsman.testing.TestCertificates;
import org.poshremote.wsman.testing.TestCertificates.Made;

/** Nodes whose certificates are bad in every way: nothing is sent to them, the person reads why, and looking at them works all the same. */
@Timeout(120)
class BadCertificatesTest {
    private static final String LOCALHOST = "subjectAltName=DNS:localhost";
    @TempDir
    private static Path folder;
    private static TestCertificates tools;
    private static Made authority;
    private static Path authorityPem;

    @BeforeAll
    static void authority() throws Exception {
        tools = new TestCertificates(folder);
        authority = tools.make("lab-ca", "EC", "basicConstraints=critical,CA:true", "keyUsage=keyCertSign");
        authorityPem = Files.writeString(folder.resolve("lab-ca.pem"), authority.pem());
    }

    private static ScriptedNode node(Made certificate) throws Exception {
        return new ScriptedNode(certificate.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
            (request, answer) -> answer.envelope(200, "<ok/>"));
    }

    private static Endpoint endpoint(ScriptedNode node) {
        return new Endpoint("localhost", node.port(), true, "/wsman");
    }

    private static int post(ScriptedNode node, Trust trust) throws Exception {
        try (Secret password = Secret.of("p".toCharArray());
                Lane lane = new Lane(new LaneSettings(endpoint(node), trust, new Basic("u", password, false), LaneConnector.DIRECT, Duration.ofSeconds(10),
                    HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { })) {
            return lane.post(new byte[] {'<', 'x', '/', '>'}, Lane.Kind.ONCE, Duration.ofSeconds(10)).status();
        }
    }

    private static ShownCertificates look(ScriptedNode node, Trust trust) throws TransportException {
        return ShownCertificates.of(endpoint(node), LaneConnector.DIRECT, trust, Duration.ofSeconds(10));
    }

    private static void refused(Made certificate, Trust trust, String why) throws Exception {
        try (ScriptedNode node = node(certificate)) {
            TransportException e = assertThrows(TransportException.class, () -> post(node, trust));
            assertEquals(Kind.TLS, e.kind());
            assertFalse(e.requestSent());
            assertTrue(e.getMessage().startsWith("The certificate of https://localhost:" + node.port() + "/wsman is not trusted: ") && e.getMessage().contains(why),
                e.getMessage());
            ShownCertificates shown = look(node, trust);
            assertEquals(e.getMessage(), shown.refusal().orElseThrow());
            assertEquals(certificate.certificate(), shown.chain().get(0));
            assertEquals(0, node.requests().size());
        }
    }

    private static Made leaf(String name, String... extensions) throws Exception {
        return tools.signed(authority, name, TestCertificates.NOW, extensions);
    }

    @Test
    void aSoundOneIsTaken() throws Exception {
        try (ScriptedNode node = node(leaf("sound", LOCALHOST, "extendedKeyUsage=serverAuth"))) {
            assertEquals(200, post(node, new Trust.CaFile(authorityPem)));
            assertEquals(2, look(node, new Trust.CaFile(authorityPem)).chain().size());
            assertTrue(look(node, new Trust.CaFile(authorityPem)).refusal().isEmpty());
            assertTrue(look(node, new Trust.None()).refusal().isEmpty());
        }
    }

    @Test
    void expired() throws Exception {
        refused(tools.signed(authority, "expired", "-20d", LOCALHOST), new Trust.CaFile(authorityPem), "has expired");
    }

    @Test
    void notYetValid() throws Exception {
        refused(tools.signed(authority, "early", "+5d", LOCALHOST), new Trust.CaFile(authorityPem), "is not valid yet");
    }

    @Test
    void anothersName() throws Exception {
        refused(leaf("other", "subjectAltName=DNS:other.example"), new Trust.CaFile(authorityPem), "made for another name than localhost");
        refused(leaf("nameless"), new Trust.CaFile(authorityPem), "made for another name than localhost");
    }

    @Test
    void meantForClients() throws Exception {
        refused(leaf("client", LOCALHOST, "extendedKeyUsage=clientAuth"), new Trust.CaFile(authorityPem), "not meant for servers");
    }

    @Test
    void anUnknownAuthorityAndNone() throws Exception {
        refused(leaf("unknown", LOCALHOST), Trust.SYSTEM, "no authority that is trusted here vouches for it");
        refused(tools.make("alone", "EC", LOCALHOST), Trust.SYSTEM, "no authority that is trusted here vouches for it");
    }

    @Test
    void anotherThanThePinnedOne() throws Exception {
        refused(leaf("changed", LOCALHOST), new Trust.Pinned("ab".repeat(32)), "it is not the pinned one; its SHA-256 is ");
    }

    @Test
    void aKeyOfThePast() throws Exception {
        Made old = tools.make("old-ca", "RSA2048", "basicConstraints=critical,CA:true");
        refused(tools.signed(old, "old", TestCertificates.NOW, LOCALHOST, "-md5"), new Trust.CaFile(old.certificateFile()), "too weak for today");
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadIsTheReason() throws Exception {
        try (ScriptedNode node = node(leaf("file", LOCALHOST))) {
            ShownCertificates shown = look(node, new Trust.CaFile(folder.resolve("missing.pem")));
            assertTrue(shown.refusal().orElseThrow().contains("missing.pem"), shown.refusal().toString());
            assertEquals(2, shown.chain().size());
        }
    }

    @Test
    void whatSpeaksNoTlsShowsNone() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.envelope(200, "<ok/>"))) {
            for (Trust trust : List.of(Trust.SYSTEM, new Trust.None())) {
                assertThrows(TransportException.class, () -> ShownCertificates.of(new Endpoint("127.0.0.1", node.port(), true, "/wsman"), LaneConnector.DIRECT, trust,
                    Duration.ofMillis(500)));
            }
        }
    }
}
