package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.testing.ScriptedNode;

/** Whose certificate is taken; with one that the JDK's keytool made for this test and the name "localhost". */
@Timeout(60)
class TlsTest {
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();
    private static final byte[] SOAP = {'<', 'x', '/', '>'};
    @TempDir
    private static Path folder;
    private static X509Certificate certificate;
    private static SSLContext context;

    @BeforeAll
    static void certificate() throws Exception {
        Path store = folder.resolve("node.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "node",
            "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keystore", store.toString(), "-storetype", "PKCS12",
            "-storepass", new String(STORE_PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertEquals(0, keytool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD);
        }
        certificate = (X509Certificate) keys.getCertificate("node");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
    }

    private static ScriptedNode node() throws Exception {
        return new ScriptedNode(context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
            (request, answer) -> answer.envelope(200, "<ok/>"));
    }

    private static Lane lane(String host, int port, Trust trust, Duration connect) {
        return new Lane(new LaneSettings(new Endpoint(host, port, true, "/wsman"), trust, new Basic("u", Secret.of("p".toCharArray()), false),
            LaneConnector.DIRECT, connect, HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { });
    }

    private static int post(String host, ScriptedNode node, Trust trust) throws Exception {
        try (Lane lane = lane(host, node.port(), trust, Duration.ofSeconds(10))) {
            int status = lane.post(SOAP, Lane.Kind.ONCE, Duration.ofSeconds(10)).status();
            assertEquals(certificate, lane.serverCertificate().orElseThrow());
            return status;
        }
    }

    private static String tlsRefuses(String host, ScriptedNode node, Trust trust) {
        TransportException e = assertThrows(TransportException.class, () -> post(host, node, trust));
        assertEquals(Kind.TLS, e.kind());
        assertFalse(e.requestSent());
        assertEquals(0, node.requests().size(), "something was said to a stranger");
        return e.getMessage();
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static Path pem() throws Exception {
        return Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void theSystemDoesNotTrustIt() throws Exception {
        try (ScriptedNode node = node()) {
            tlsRefuses("localhost", node, Trust.SYSTEM);
        }
    }

    @Test
    void aCaFileTrustsItUnderItsName() throws Exception {
        try (ScriptedNode node = node()) {
            tlsRefuses("127.0.0.1", node, new Trust.CaFile(pem()));
            assertEquals(200, post("localhost", node, new Trust.CaFile(pem())));
        }
    }

    @Test
    void aPinTakesThisCertificateAlone() throws Exception {
        try (ScriptedNode node = node()) {
            String other = sha256().replace('1', '2').replace('a', 'b');
            assertTrue(tlsRefuses("127.0.0.1", node, new Trust.Pinned(other)).contains(sha256()));
            assertEquals(200, post("127.0.0.1", node, new Trust.Pinned(sha256().toUpperCase().replaceAll("(..)(?!$)", "$1:"))));
        }
    }

    @Test
    void noneTakesAny() throws Exception {
        try (ScriptedNode node = node()) {
            assertEquals(200, post("127.0.0.1", node, new Trust.None()));
        }
    }

    @Test
    void aFileWithoutCertificatesIsSaidToBe() throws Exception {
        try (ScriptedNode node = node()) {
            Path empty = Files.writeString(folder.resolve("empty.pem"), "");
            assertTrue(tlsRefuses("localhost", node, new Trust.CaFile(empty)).contains("empty.pem"));
            assertTrue(tlsRefuses("localhost", node, new Trust.CaFile(folder.resolve("missing.pem"))).contains("missing.pem"));
        }
    }

    @Test
    void aPlainPortIsRecognised() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> { }); ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes());
                    socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (java.io.IOException e) {
                    // the client went away
                }
            });
            try (Lane lane = lane("localhost", plain.getLocalPort(), Trust.SYSTEM, Duration.ofSeconds(10))) {
                TransportException e = assertThrows(TransportException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, Duration.ofSeconds(10)));
                assertEquals(Kind.TLS, e.kind());
                assertTrue(e.getMessage().contains("plain text"), e.getMessage());
            }
        }
    }

    @Test
    void aHandshakeThatDoesNotEndIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                Lane lane = lane("localhost", silent.getLocalPort(), Trust.SYSTEM, Duration.ofMillis(200))) {
            TransportException e = assertThrows(TransportException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, Duration.ofSeconds(10)));
            assertEquals(Kind.CONNECT_TIMEOUT, e.kind());
            assertFalse(e.requestSent());
        }
    }
}
