package org.poshremote.cli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.NodeFlaws.CertificateFlaw;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;

/** Seeing a node's certificate, taking it along, and trusting it. */
@Timeout(60)
class CertificateCommandTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void begin() throws Exception {
        session = new Session(folder);
        session.file("hello.ps1", "Write-Output hello\n");
    }

    private static DemoNode node(CertificateFlaw flaw) throws Exception {
        Personality personality = Personality.named("windows-server-2022");
        NodeFlaws none = NodeFlaws.NONE;
        return DemoNode.start(DemoNodeSettings.of(personality, new CommandShell(personality)),
            new NodeFlaws(none.clock(), none.offers(), false, flaw, none.http(), none.https(), none.plan()));
    }

    private int show(DemoNode node, String... more) {
        String[] all = {"certificate", "show", "--host", "localhost", "--port", String.valueOf(node.httpsPort())};
        return session.call(java.util.stream.Stream.concat(java.util.stream.Stream.of(all), java.util.stream.Stream.of(more)).toArray(String[]::new));
    }

    private int run(DemoNode node, String... trust) {
        session.environment.put("POSHREMOTE_PASSWORD", node.usePassword(String::new));
        String[] all = {"run", "hello.ps1", "--host", "localhost", "--https", "--port", String.valueOf(node.httpsPort()), "--user", "demo"};
        return session.call(java.util.stream.Stream.concat(java.util.stream.Stream.of(all), java.util.stream.Stream.of(trust)).toArray(String[]::new));
    }

    @Test
    void fromARunThatRefusesItToOneThatPinsIt() throws Exception {
        try (DemoNode node = node(CertificateFlaw.NONE)) {
            assertEquals(ExitCodes.UNAVAILABLE, run(node));
            assertTrue(session.err().contains("is not trusted: no authority that is trusted here vouches for it"), session.err());
            assertTrue(session.err().contains("poshremote certificate show --host localhost --port " + node.httpsPort() + " --https"), session.err());
            assertEquals(ExitCodes.FAILURE, show(node));
            String sha256 = Certificates.sha256(node.certificate());
            for (String expected : new String[] {"It vouches for itself", "CN=localhost", "localhost, 127.0.0.1", "digital signature", "server authentication", "EC, 256 bits"}) {
                assertTrue(session.out().contains(expected), expected + " is missing in " + session.out());
            }
            assertTrue(session.out().replace(":", "").toLowerCase().contains(sha256), session.out());
            assertTrue(session.err().contains("--pin " + sha256), session.err());
            assertEquals(0, run(node, "--pin", sha256), session.err());
            assertFalse(session.err().contains("NOT verified"), session.err());
            assertEquals(ExitCodes.UNAVAILABLE, run(node, "--pin", "ab".repeat(32)));
            assertTrue(session.err().contains("it is not the pinned one; its SHA-256 is " + sha256), session.err());
            assertEquals(0, show(node, "--pin", sha256), session.out());
            assertEquals(0, node.requestLog().entries().stream().filter(entry -> entry.operation().equals("Invalid")).count());
        }
    }

    @Test
    void anExportedOneIsAnAuthorityForThisNode() throws Exception {
        try (DemoNode node = node(CertificateFlaw.NONE)) {
            assertEquals(0, session.call("certificate", "export", "node.pem", "--host", "localhost", "--port", String.valueOf(node.httpsPort())), session.err());
            assertEquals(node.certificatePem(), Files.readString(folder.resolve("node.pem")));
            assertEquals(0, run(node, "--ca", folder.resolve("node.pem").toString()), session.err());
            assertEquals(0, show(node, "--ca", folder.resolve("node.pem").toString()), session.out());
            assertEquals(0, session.call("certificate", "export", "-", "--host", "localhost", "--port", String.valueOf(node.httpsPort())));
            assertEquals(node.certificatePem(), session.out());
        }
    }

    @Test
    void asJson() throws Exception {
        try (DemoNode node = node(CertificateFlaw.ISSUER_NO_AUTHORITY)) {
            assertEquals(ExitCodes.FAILURE, show(node, "--json"));
            JsonNode json = new ObjectMapper().readTree(session.out());
            assertFalse(json.get("trusted").asBoolean());
            assertEquals(2, json.get("chain").size());
            assertEquals(Certificates.sha256(node.certificate()), json.at("/chain/0/sha256").asText());
            assertEquals("unknown-authority", json.at("/objections/0/kind").asText());
            assertEquals("issuer-no-authority", json.at("/objections/1/kind").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"EXPIRED | ended on", "NOT_YET | begins on", "OTHER_NAME | It is for old-name.example. The target says localhost.",
        "CLIENTS_ONLY | not meant for servers", "NO_SIGNING | must not sign", "UNKNOWN_AUTHORITY | CN=Demo Company CA, is not one that this machine trusts",
        "WEAK | less than 2048 bits"})
    void whatStandsAgainstIt(CertificateFlaw flaw, String words) throws Exception {
        try (DemoNode node = node(flaw)) {
            assertEquals(ExitCodes.FAILURE, show(node));
            assertTrue(session.out().contains(words), session.out());
        }
    }

    @Test
    void trustIsAboutTlsAndExactlyOneOfThree() throws Exception {
        assertEquals(ExitCodes.USAGE, session.call("run", "hello.ps1", "--host", "node", "--pin", "ab".repeat(32)));
        assertTrue(session.err().contains("give --https"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("run", "hello.ps1", "--host", "node", "--https", "--no-verify", "--pin", "ab".repeat(32)));
        assertTrue(session.err().contains("exclude each other"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("run", "hello.ps1", "--host", "node", "--https", "--pin", "abc"));
        assertTrue(session.err().contains("64 hexadecimal digits"), session.err());
        assertEquals(ExitCodes.UNAVAILABLE, session.call("certificate", "show", "--host", "localhost", "--port", "1"));
        assertEquals(ExitCodes.USAGE, session.call("certificate"));
    }
}
