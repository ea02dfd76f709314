package org.poshremote.wsman.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.Strongest;
import org.poshremote.wsman.auth.Strongest.Way;
import org.poshremote.wsman.http.HttpLimits;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.LaneSettings;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.http.WireLog;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.wsman.testing.TestCertificates;
import org.poshremote.wsman.testing.TestCertificates.Made;

/** Lanes that show a certificate: in the first handshake, in a second one as Windows asks for it, and to OpenSSL's server. */
@Timeout(60)
class CertificateSignInTest {
    private static final byte[] SOAP = "<x/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    @TempDir
    private static Path folder;
    private static Made server;
    private static Made client;
    private static Made rsaClient;
    private static ClientCertificate certificate;

    @BeforeAll
    static void make() throws Exception {
        TestCertificates tools = new TestCertificates(folder);
        server = tools.make("localhost", "EC", "subjectAltName=DNS:localhost");
        client = tools.make("alice", "EC", "extendedKeyUsage=clientAuth");
        rsaClient = tools.make("ruth", "RSA2048", "extendedKeyUsage=clientAuth");
        certificate = load(client);
    }

    private static ClientCertificate load(Made made) throws ClientCertificateException {
        return ClientCertificate.load(new CertificateLocation.File(made.certificateFile(), Optional.of(made.keyFile())), Optional.empty());
    }

    /** Takes any, as HTTP.sys does; who it is for decides afterwards. */
    private static final class AnyClient implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // the test looks
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {};
        }
    }

    private static SSLServerSocket listen() throws Exception {
        return (SSLServerSocket) server.server(new AnyClient()).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static Lane lane(int port, AuthenticatorFactory how) {
        return new Lane(new LaneSettings(new Endpoint("localhost", port, true, "/wsman"), new Trust.None(), how,
            LaneConnector.DIRECT, Duration.ofSeconds(10), HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { });
    }

    private static int post(Lane lane) throws WsmanException {
        return lane.post(SOAP, Lane.Kind.ONCE, Duration.ofSeconds(20)).status();
    }

    @Test
    void itIsShownInTheFirstHandshakeWhereTheNodeAsksThereAndTheHeaderNamesTheProfile() throws Exception {
        SSLServerSocket socket = listen();
        socket.setNeedClientAuth(true);
        try (ScriptedNode node = new ScriptedNode(socket, (request, answer) -> answer.envelope(200, "<ok/>"));
                Lane lane = lane(node.port(), new CertificateSignIn(certificate))) {
            assertEquals(200, post(lane));
            assertEquals(200, post(lane));
            assertEquals(2, node.requests().size(), "no request more than Basic");
            node.requests().forEach(request -> assertEquals(CertificateSignIn.PROFILE, request.headers().get("authorization")));
        }
    }

    /** A node that looks at the header and then begins the handshake anew. */
    private static final class AsksLater implements AutoCloseable {
        private final ServerSocket listening;
        private final List<String> protocols = new CopyOnWriteArrayList<>();
        private final List<X509Certificate> shown = new CopyOnWriteArrayList<>();

        AsksLater() throws Exception {
            listening = listen();
            Thread.ofPlatform().daemon().start(this::serve);
        }

        private void serve() {
            try (Socket accepted = listening.accept()) {
                SSLSocket socket = (SSLSocket) accepted;
                for (int request = 0; request < 2; request++) {
                    boolean profile = readRequest(socket).contains("Authorization: " + CertificateSignIn.PROFILE);
                    protocols.add(socket.getSession().getProtocol());
                    if (profile && shown.isEmpty()) {
                        socket.getSession().invalidate();
                        socket.setNeedClientAuth(true);
                        CountDownLatch done = new CountDownLatch(1);
                        socket.addHandshakeCompletedListener(event -> done.countDown());
                        socket.startHandshake(); // sends the question; the handshake goes on while something reads
                        socket.setSoTimeout(50);
                        while (!done.await(0, TimeUnit.MILLISECONDS)) {
                            read(socket);
                        }
                        socket.setSoTimeout(0);
                        shown.add((X509Certificate) socket.getSession().getPeerCertificates()[0]);
                    }
                    socket.getOutputStream().write("HTTP/1.1 200 \r\nContent-Type: application/soap+xml\r\nContent-Length: 5\r\n\r\n<ok/>".getBytes());
                }
            } catch (IOException | InterruptedException e) {
                protocols.add(e.toString());
            }
        }

        private static void read(SSLSocket socket) throws IOException {
            try {
                socket.getInputStream().read();
            } catch (SocketTimeoutException e) {
                // only the handshake was wanted
            }
        }

        private static String readRequest(Socket socket) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            socket.getInputStream().readNBytes(SOAP.length);
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @Test
    void itIsShownInASecondHandshakeToANodeThatAsksLater() throws Exception {
        for (Made made : List.of(client, rsaClient)) {
            try (AsksLater node = new AsksLater(); Lane lane = lane(node.listening.getLocalPort(), new CertificateSignIn(load(made)))) {
                assertEquals(200, post(lane));
                assertEquals(200, post(lane));
                assertEquals(List.of("TLSv1.2", "TLSv1.2"), node.protocols);
                assertEquals(List.of(made.certificate()), node.shown);
            }
        }
    }

    @Test
    void aNodeThatAsksForNoneIsToldFromOneThatDoesNotTakeIt() throws Exception {
        for (boolean asks : new boolean[] {false, true}) {
            SSLServerSocket socket = listen();
            socket.setWantClientAuth(asks);
            try (ScriptedNode node = new ScriptedNode(socket, (request, answer) -> answer.status(401, "WWW-Authenticate: Negotiate\r\n"));
                    Lane lane = lane(node.port(), new CertificateSignIn(certificate))) {
                AuthenticationException e = assertThrows(AuthenticationException.class, () -> post(lane));
                assertEquals(asks ? Reason.REJECTED : Reason.NOT_OFFERED, e.reason());
                assertTrue(e.getMessage().contains(asks ? "did not take the client certificate of alice" : "asked for no client certificate"), e.getMessage());
                assertEquals(1, node.requests().size());
            }
        }
    }

    @Test
    void overPlainHttpNothingIsSent() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.envelope(200, "<ok/>"));
                Lane lane = new Lane(new LaneSettings(new Endpoint("localhost", node.port(), false, "/wsman"), Trust.SYSTEM, new CertificateSignIn(certificate),
                    LaneConnector.DIRECT, Duration.ofSeconds(10), HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { })) {
            AuthenticationException e = assertThrows(AuthenticationException.class, () -> post(lane));
            assertEquals(Reason.UNAVAILABLE, e.reason());
            assertFalse(e.requestSent());
            assertEquals(0, node.requests().size());
        }
    }

    @Test
    void anotherWayFollowsACertificateThatTheNodeDoesNotTake() throws Exception {
        SSLServerSocket socket = listen();
        socket.setWantClientAuth(true);
        List<String> headers = new CopyOnWriteArrayList<>();
        try (Secret password = Secret.of("p".toCharArray());
                ScriptedNode node = new ScriptedNode(socket, (request, answer) -> {
                    headers.add(request.headers().get("authorization").substring(0, 5));
                    if (headers.size() == 1) {
                        answer.status(401, "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n");
                    } else {
                        answer.envelope(200, "<ok/>");
                    }
                })) {
            List<String> worked = new ArrayList<>();
            Strongest ways = new Strongest(List.of(new Way("Certificate", new CertificateSignIn(certificate), false),
                new Way("Basic", new Basic("u", password, false), false)), way -> worked.add(way.words()));
            try (Lane lane = lane(node.port(), ways)) {
                assertEquals(200, post(lane));
            }
            assertEquals(List.of("http:", "Basic"), headers);
            assertEquals(List.of("Basic"), worked);
        }
    }

    @Test
    void opensslsServerTakesIt() throws Exception {
        openssl(client, true);
        openssl(rsaClient, false);
    }

    /** @param known whether the peer knows the certificate's authority, which is itself */
    private static void openssl(Made own, boolean known) throws Exception {
        Path serverPem = Files.writeString(folder.resolve("server.pem"), server.keyPem() + server.pem());
        Path authority = Files.writeString(folder.resolve("clients.pem"), client.pem());
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder("openssl", "s_server", "-accept", "127.0.0.1:" + port, "-cert", serverPem.toString(), "-key", serverPem.toString(),
            "-CAfile", authority.toString(), "-Verify", "2", "-verify_return_error", "-naccept", "1").redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.startsWith("ACCEPT")) {
                line = said.readLine();
            }
            try (Lane lane = lane(port, new CertificateSignIn(load(own)))) {
                // it prints what comes and answers what is typed: an HTTP answer, once the request is there
                Thread.ofVirtual().start(() -> answer(process));
                if (known) {
                    assertEquals(200, post(lane));
                } else {
                    TransportException e = assertThrows(TransportException.class, () -> post(lane));
                    assertEquals(TransportException.Kind.TLS, e.kind(), e.getMessage());
                    assertTrue(e.getMessage().contains("client certificate"), e.getMessage());
                }
            }
            String all = String.join("\n", said.lines().toList());
            assertTrue(all.contains("CN = " + (known ? "alice" : "ruth")), all);
            if (known) {
                assertTrue(all.contains("Authorization: " + CertificateSignIn.PROFILE), all);
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void answer(Process process) {
        try {
            Thread.sleep(1500); // it reads its standard input as soon as somebody is connected
            process.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<ok/>\n".getBytes());
            process.getOutputStream().flush();
            Thread.sleep(500);
            process.getOutputStream().close();
        } catch (IOException | InterruptedException e) {
            // it has ended
        }
    }
}
