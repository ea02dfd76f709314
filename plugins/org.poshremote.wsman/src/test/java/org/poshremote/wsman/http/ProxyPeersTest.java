package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.testing.Peers;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.Strongest;
import org.poshremote.wsman.auth.ntlm.Ntlm;
import org.poshremote.wsman.testing.PythonNode;
import org.poshremote.wsman.testing.ScriptedNode;

/** Through proxies that others wrote: tinyproxy, and one whose NTLM is that of gss-ntlmssp. */
@Timeout(60)
class ProxyPeersTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String TINYPROXY = "/usr/bin/tinyproxy";

    @TempDir
    private Path folder;

    private record Proxy(Process process, int port) implements AutoCloseable {
        ProxyTunnel tunnel(Optional<AuthenticatorFactory> account) {
            return new ProxyTunnel(new Endpoint("127.0.0.1", port, false, "/"), account, LaneConnector.DIRECT);
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Proxy tinyproxy(String... more) throws IOException, InterruptedException {
        Peers.require(Files.isExecutable(Path.of(TINYPROXY)), "tinyproxy-bin");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("tinyproxy.conf"), "Port " + port + "\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\nMaxClients 20\n"
            + String.join("\n", more) + "\n");
        Process process = new ProcessBuilder(TINYPROXY, "-d", "-c", config.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        for (int i = 0; i < 200; i++) {
            try (var probe = new java.net.Socket("127.0.0.1", port)) {
                return new Proxy(process, port);
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException("tinyproxy did not start: " + Files.readString(folder.resolve("log")));
    }

    private Proxy ntlm(String scheme) throws IOException, InterruptedException {
        String check = "import gssapi; gssapi.Credentials(usage='accept', mechs=[gssapi.OID.from_int_seq('1.3.6.1.4.1.311.2.2.10')])";
        Peers.require(Files.isExecutable(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c", check).start().waitFor() == 0,
            "gss-ntlmssp python3-gssapi");
        Path users = Files.writeString(folder.resolve("users"), "CORP:olga:Pässwörd 1\n");
        ProcessBuilder builder = new ProcessBuilder(PYTHON, PythonNode.script(ProxyPeersTest.class, "ntlm_proxy.py", folder).toString(), scheme)
            .redirectError(folder.resolve("err").toFile());
        builder.environment().put("NTLM_USER_FILE", users.toString());
        Process process = builder.start();
        String port = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (port == null) {
            throw new IOException("the proxy in Python did not start: " + Files.readString(folder.resolve("err")));
        }
        return new Proxy(process, Integer.parseInt(port));
    }

    private static Optional<AuthenticatorFactory> basic(String password) {
        return Optional.of(new Basic("olga", Secret.of(password.toCharArray()), true));
    }

    /** The node itself signs in by a scheme of its own on the same connection. */
    private static void speaks(ProxyTunnel tunnel) throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.soap("<echo>" + request.body().length() + "</echo>"));
                Lane lane = new Lane(new LaneSettings(node.endpoint(), Trust.SYSTEM, new Basic("admin", Secret.of("x".toCharArray()), true), tunnel,
                    Duration.ofSeconds(20), HttpLimits.DEFAULTS, WireLog.OFF), 1, () -> { })) {
            for (String body : List.of("<x/>", "<y>" + "größer ".repeat(20_000) + "</y>")) {
                HttpReply reply = lane.post(body.getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(20));
                assertTrue(new String(reply.body(), StandardCharsets.UTF_8).contains("<echo>" + body.length() + "</echo>"));
            }
            assertEquals(1, node.connections());
        }
    }

    @Test
    void tinyproxyWithoutAnAccount() throws Exception {
        try (Proxy proxy = tinyproxy()) {
            speaks(proxy.tunnel(Optional.empty()));
        }
    }

    @Test
    void tinyproxyWithBasic() throws Exception {
        try (Proxy proxy = tinyproxy("BasicAuth olga geheim")) {
            speaks(proxy.tunnel(basic("geheim")));
            // as a person's proxy is signed in to: NTLM first, which it does not offer
            Account account = Account.parse("olga");
            Secret password = Secret.of("geheim".toCharArray());
            speaks(proxy.tunnel(Optional.of(new Strongest(List.of(new Strongest.Way("NTLM", new Ntlm(account, password), false),
                new Strongest.Way("Basic", new Basic("olga", password, true), true)), way -> assertEquals("Basic", way.words())))));
            ProxyException wrong = assertThrows(ProxyException.class,
                () -> proxy.tunnel(basic("falsch")).connect(Endpoint.http("127.0.0.1"), Deadline.in(Duration.ofSeconds(20))));
            assertEquals(ProxyException.Reason.SIGN_IN_FAILED, wrong.reason(), wrong.getMessage());
            ProxyException none = assertThrows(ProxyException.class,
                () -> proxy.tunnel(Optional.empty()).connect(Endpoint.http("127.0.0.1"), Deadline.in(Duration.ofSeconds(20))));
            assertEquals(ProxyException.Reason.SIGN_IN_WANTED, none.reason(), none.getMessage());
        }
    }

    @Test
    void tinyproxyWithRules() throws Exception {
        try (Proxy proxy = tinyproxy("ConnectPort 443")) {
            ProxyException failure = assertThrows(ProxyException.class,
                () -> proxy.tunnel(Optional.empty()).connect(Endpoint.http("127.0.0.1"), Deadline.in(Duration.ofSeconds(20))));
            assertEquals(ProxyException.Reason.FORBIDDEN, failure.reason(), failure.getMessage());
        }
        try (Proxy proxy = tinyproxy(); ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed.close();
            ProxyException failure = assertThrows(ProxyException.class, () -> proxy.tunnel(Optional.empty())
                .connect(new Endpoint("127.0.0.1", closed.getLocalPort(), false, "/wsman"), Deadline.in(Duration.ofSeconds(20))));
            assertEquals(ProxyException.Reason.NODE_UNREACHABLE, failure.reason(), failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Negotiate", "NTLM" })
    void byNtlm(String scheme) throws Exception {
        try (Proxy proxy = ntlm(scheme)) {
            speaks(proxy.tunnel(Optional.of(new Ntlm(Account.parse("CORP\\olga"), Secret.of("Pässwörd 1".toCharArray())))));
            ProxyException wrong = assertThrows(ProxyException.class, () -> proxy.tunnel(Optional.of(new Ntlm(Account.parse("CORP\\olga"),
                Secret.of("falsch".toCharArray())))).connect(Endpoint.http("127.0.0.1"), Deadline.in(Duration.ofSeconds(20))));
            assertEquals(ProxyException.Reason.SIGN_IN_FAILED, wrong.reason());
            assertTrue(wrong.getMessage().contains("rejected user name or password of CORP\\olga"), wrong.getMessage());
        }
    }
}
