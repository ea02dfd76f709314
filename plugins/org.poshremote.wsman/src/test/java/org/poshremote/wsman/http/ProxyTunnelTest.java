package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.testing.Mutations;
import org.poshremote.wsman.testing.ScriptedNode;

/** CONNECT and its answers, byte for byte. */
@Timeout(30)
class ProxyTunnelTest {
    private static final Endpoint NODE = new Endpoint("node.example", 5985, false, "/wsman");
    private static final String BASIC = "Basic cHJveHkgdXNlcjpnZWhlaW0=";

    private static Optional<AuthenticatorFactory> account() {
        return Optional.of(new Basic("proxy user", Secret.of("geheim".toCharArray()), true));
    }

    private static ProxyTunnel tunnel(ScriptedNode proxy, Optional<AuthenticatorFactory> account) {
        return new ProxyTunnel(new Endpoint("127.0.0.1", proxy.port(), false, "/"), account, LaneConnector.DIRECT);
    }

    /** A lane to the node, as a run has it. */
    private static Lane lane(LaneConnector connector, Duration connect) {
        return new Lane(new LaneSettings(NODE, Trust.SYSTEM, new Basic("admin", Secret.of("x".toCharArray()), true), connector, connect,
            HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { });
    }

    private static TransportException refused(ScriptedNode.Script script, Optional<AuthenticatorFactory> account) throws IOException {
        try (ScriptedNode proxy = new ScriptedNode(script); Lane lane = lane(tunnel(proxy, account), Duration.ofSeconds(10))) {
            TransportException failure = assertThrows(TransportException.class,
                () -> lane.post("<x/>".getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(10)));
            assertEquals(TransportException.Kind.PROXY, failure.kind());
            assertFalse(failure.requestSent());
            assertFalse(failure.getMessage().contains("geheim") || failure.getMessage().contains("Z2VoZWlt"), failure.getMessage());
            return failure;
        }
    }

    private static ProxyException.Reason reason(TransportException failure) {
        return assertInstanceOf(ProxyException.class, failure.getCause()).reason();
    }

    @Test
    void plainHttpGoesThroughConnectToo() throws Exception {
        try (ScriptedNode proxy = new ScriptedNode((request, answer) -> {
            if (request.head().startsWith("CONNECT")) {
                // headers that have no meaning in a successful answer to CONNECT
                answer.raw("HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\nContent-Length: 0\r\n\r\n");
            } else {
                answer.soap("<ok/>");
            }
        }); Lane lane = lane(tunnel(proxy, Optional.empty()), Duration.ofSeconds(10))) {
            assertEquals(200, lane.post("<x/>".getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(10)).status());
            assertEquals(200, lane.post("<y/>".getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(10)).status());
            List<ScriptedNode.Request> requests = proxy.requests();
            assertTrue(requests.get(0).head().startsWith("CONNECT node.example:5985 HTTP/1.1\r\nHost: node.example:5985\r\n"), requests.get(0).head());
            assertEquals(3, requests.size());
            assertEquals(1, proxy.connections());
            assertFalse(requests.get(0).headers().containsKey("proxy-authorization"));
            assertFalse(requests.get(1).headers().containsKey("proxy-authorization"), "the proxy's password is not for the node");
        }
    }

    /** What the node says first, as an SSH server does, is the tunnel's, also where it comes with the proxy's answer. */
    @Test
    void nothingOfTheTunnelIsTaken() throws Exception {
        try (ScriptedNode proxy = new ScriptedNode((request, answer) -> answer.raw("HTTP/1.1 200 OK\r\n\r\nSSH-2.0-x\r\n"));
                java.net.Socket tunnel = tunnel(proxy, Optional.empty()).connect(NODE, Deadline.in(Duration.ofSeconds(10)))) {
            assertEquals("SSH-2.0-x\r\n", new String(tunnel.getInputStream().readNBytes(11), StandardCharsets.ISO_8859_1));
        }
    }

    /** Without having been asked nothing is sent; once asked, further lanes begin with it. */
    @Test
    void theAccountIsSentWhenTheProxyAsks() throws Exception {
        try (ScriptedNode proxy = new ScriptedNode((request, answer) -> {
            if (!BASIC.equals(request.headers().get("proxy-authorization"))) {
                answer.status(407, "Proxy-Authenticate: Basic realm=\"x\"\r\nProxy-Connection: close\r\n");
                answer.disconnect();
            } else {
                answer.raw("HTTP/1.0 200 OK\r\n\r\n");
            }
        })) {
            ProxyTunnel tunnel = tunnel(proxy, account());
            tunnel.connect(NODE, Deadline.in(Duration.ofSeconds(10))).close();
            tunnel.connect(NODE, Deadline.in(Duration.ofSeconds(10))).close();
            assertEquals(3, proxy.requests().size());
            assertFalse(proxy.requests().get(0).headers().containsKey("proxy-authorization"));
        }
    }

    @Test
    void anAccountIsMissing() throws IOException {
        TransportException failure = refused((request, answer) ->
            answer.status(407, "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"), Optional.empty());
        assertEquals(ProxyException.Reason.SIGN_IN_WANTED, reason(failure));
        assertTrue(failure.getMessage().matches("The proxy 127.0.0.1:\\d+ wants a sign-in \\(Negotiate, Basic\\), and no account with its password is known here\\."), failure.getMessage());
    }

    @Test
    void aRejectedPasswordIsSentOnce() throws IOException {
        List<String> sent = new ArrayList<>();
        TransportException failure = refused((request, answer) -> {
            sent.add(request.headers().getOrDefault("proxy-authorization", "none"));
            answer.status(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        }, account());
        assertEquals(ProxyException.Reason.SIGN_IN_FAILED, reason(failure));
        assertEquals(List.of("none", BASIC), sent);
        assertTrue(failure.getMessage().contains("rejected user name or password of proxy user (Basic)"), failure.getMessage());
    }

    @Test
    void aSignInThatIsNotOfferedIsNotTried() throws IOException {
        TransportException failure = refused((request, answer) -> answer.status(407, "Proxy-Authenticate: Digest realm=\"x\"\r\n"), account());
        assertEquals(ProxyException.Reason.SIGN_IN_FAILED, reason(failure));
        assertTrue(failure.getMessage().contains("does not offer Basic; it offers Digest"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "403 | FORBIDDEN | does not connect to node.example:5985: its rules forbid it (HTTP status 403)",
        "405 | FORBIDDEN | its rules forbid it (HTTP status 405)",
        "502 | NODE_UNREACHABLE | did not get through to node.example:5985 (HTTP status 502)",
        "503 | NODE_UNREACHABLE | did not get through to node.example:5985 (HTTP status 503)",
        "504 | NODE_UNREACHABLE | did not get through to node.example:5985 (HTTP status 504)",
        "404 | STATUS | answered HTTP status 404 when asked to connect to node.example:5985",
        "302 | STATUS | answered HTTP status 302" })
    void eachStatusHasItsWords(int status, ProxyException.Reason reason, String words) throws IOException {
        TransportException failure = refused((request, answer) -> answer.status(status, "", "why".getBytes(StandardCharsets.UTF_8)), account());
        assertEquals(reason, reason(failure));
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void aWebPageIsNoConnection() throws IOException {
        byte[] page = "<html>Sign in to the hotel</html>".getBytes(StandardCharsets.UTF_8);
        for (int status : new int[] {200, 302, 404}) {
            TransportException failure = refused((request, answer) -> answer.status(status, "Content-Type: text/html\r\n", page), Optional.empty());
            assertEquals(ProxyException.Reason.NO_PROXY, reason(failure), failure.getMessage());
        }
        TransportException later = refused((request, answer) ->
            answer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length + "\r\n\r\n"), Optional.empty());
        assertTrue(later.getMessage().contains("a portal that wants a sign-in in a browser"), later.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "SSH-2.0-OpenSSH_9.2\\r\\n | did not answer like an HTTP proxy: it begins with \"SSH-2.0-OpenSSH_9.2\"",
        "\\u0005\\u00ff\\r\\n | did not answer like an HTTP proxy", "HTTP/1.1 200 OK\\r\\nx\\r\\n\\r\\n | a header is not one" })
    void garbageIsToldAsSuch(String bytes, String words) throws IOException {
        String raw = bytes.replace("\\r", "\r").replace("\\n", "\n").replace("\\u0005", "\u0005").replace("\\u00ff", "\u00ff");
        TransportException failure = refused((request, answer) -> answer.raw(raw), Optional.empty());
        assertEquals(ProxyException.Reason.NO_PROXY, reason(failure));
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void endlessHeadersAreGivenUp() throws IOException {
        TransportException failure = refused((request, answer) -> {
            answer.raw("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 100_000; i++) {
                answer.raw("X-" + i + ": " + "y".repeat(1000) + "\r\n");
            }
        }, Optional.empty());
        assertTrue(failure.getMessage().contains("the headers have more than 65536 bytes"), failure.getMessage());
    }

    @Test
    void whoHangsUpIsNamed() throws IOException {
        TransportException failure = refused((request, answer) -> answer.disconnect(), Optional.empty());
        assertEquals(ProxyException.Reason.LOST, reason(failure));
        assertTrue(failure.getMessage().contains("ended the connection instead of answering"), failure.getMessage());
    }

    /** Each byte of an answer may come just before a time-out of reading: one deadline counts for all. */
    @Test
    void theDeadlineCountsForTheWholeAnswer() throws IOException {
        try (ScriptedNode proxy = new ScriptedNode((request, answer) -> {
            try {
                for (int i = 0; i < 10_000; i++) {
                    answer.raw("X");
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        })) {
            ProxyException failure = assertThrows(ProxyException.class, () -> tunnel(proxy, Optional.empty()).connect(NODE, Deadline.in(Duration.ofMillis(300))));
            assertEquals(ProxyException.Reason.TIMEOUT, failure.reason());
        }
    }

    @Test
    void aProxyThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        ProxyException failure = assertThrows(ProxyException.class, () -> new ProxyTunnel(new Endpoint("127.0.0.1", port, false, "/"), Optional.empty(),
            LaneConnector.DIRECT).connect(NODE, Deadline.in(Duration.ofSeconds(10))));
        assertEquals(ProxyException.Reason.UNREACHABLE, failure.reason());
        assertTrue(failure.getMessage().startsWith("The proxy 127.0.0.1:" + port + " was not reached"), failure.getMessage());
    }

    @Test
    void closingEndsAnAttempt() throws Exception {
        try (ScriptedNode proxy = new ScriptedNode((request, answer) -> answer.hang())) {
            ProxyTunnel tunnel = tunnel(proxy, Optional.empty());
            Thread.ofVirtual().start(() -> {
                try {
                    proxy.awaitHanging();
                    tunnel.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThrows(ProxyException.class, () -> tunnel.connect(NODE, Deadline.in(Duration.ofMinutes(5))));
        }
    }

    /** Whatever comes: an answer, or an exception that is foreseen. */
    @Test
    void damagedAnswersAreReadOrRefused() {
        Random random = new Random(407);
        byte[][] seeds = { "HTTP/1.1 200 Connection established\r\nVia: 1.1 a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1),
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1),
            ("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate TlRMTVNTUAACAAAA\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1) };
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = Mutations.of(seeds[i % seeds.length], random);
            try {
                HttpReply reply = HttpReaderTest.reader(bytes, 1 + random.nextInt(40)).readConnect(Deadline.in(Duration.ofSeconds(10)));
                assertTrue(reply.status() >= 200 && reply.status() < 600);
                assertTrue(reply.status() / 100 != 2 || reply.body().length == 0);
                read++;
            } catch (IOException e) {
                assertTrue(e instanceof HttpReader.MalformedReplyException || e instanceof java.io.EOFException, e.toString());
            }
        }
        assertTrue(read > 100 && read < 29_000, "both were tried: " + read);
    }
}
