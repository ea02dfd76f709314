package org.poshremote.wsman.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.testing.Peers;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.http.HttpLimits;
import org.poshremote.wsman.http.HttpReply;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.LaneSettings;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.http.WireLog;
import org.poshremote.wsman.testing.PythonNode;

/** Our client against an NTLM that others wrote: gss-ntlmssp as the node's side of sign-in and sealing. */
@Timeout(60)
class GssNtlmTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String PASSWORD = "Pässwörd 1";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void installed() throws IOException, InterruptedException {
        String check = "import gssapi; gssapi.Credentials(usage='accept', mechs=[gssapi.OID.from_int_seq('1.3.6.1.4.1.311.2.2.10')])";
        Peers.require(Files.isExecutable(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c", check).start().waitFor() == 0, "gss-ntlmssp python3-gssapi");
    }

    /** The service in Python. */
    private record Node(Process process, int port, boolean https) implements AutoCloseable {
        static Node start(String bindingHash, Path... tls) throws IOException {
            Path script = PythonNode.script(GssNtlmTest.class, "ntlm_node.py", folder);
            Path users = Files.writeString(folder.resolve("users"), "WEB01:admin:" + PASSWORD + "\n");
            List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
            List.of(tls).forEach(file -> command.add(file.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve("node.err").toFile());
            builder.environment().put("NTLM_USER_FILE", users.toString());
            builder.environment().put("BINDING_HASH", bindingHash);
            Process process = builder.start();
            String port = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (port == null) {
                throw new IOException("the node in Python did not start: " + Files.readString(folder.resolve("node.err")));
            }
            return new Node(process, Integer.parseInt(port), tls.length > 0);
        }

        Lane lane(String account, String password, AtomicInteger requests) {
            Endpoint endpoint = new Endpoint("127.0.0.1", port, https, "/wsman");
            Ntlm ntlm = new Ntlm(Account.parse(account), Secret.of(password.toCharArray()));
            return new Lane(new LaneSettings(endpoint, https ? new Trust.None() : Trust.SYSTEM, ntlm, LaneConnector.DIRECT,
                Duration.ofSeconds(20), HttpLimits.DEFAULTS, WireLog.OFF), 1, requests::incrementAndGet);
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
        }
    }

    private static String say(Lane lane, String text) throws WsmanException {
        HttpReply reply = lane.post(text.getBytes(StandardCharsets.UTF_8), Lane.Kind.ONCE, Duration.ofSeconds(30));
        return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void sealsBothWaysOverHttpWithOneRequestMoreThanBasic() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Node node = Node.start("sha256"); Lane lane = node.lane("web01\\Admin", PASSWORD, requests)) {
            assertEquals("200 WEB01\\Admin", say(lane, "who"));
            assertEquals(2, requests.get());
            String large = "größer ".repeat(20_000);
            assertEquals("200 echo:" + large, say(lane, large));
            for (int i = 0; i < 20; i++) {
                assertEquals("200 echo:" + "x".repeat(i), say(lane, "x".repeat(i)));
            }
            assertEquals(23, requests.get());
        }
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Node node = Node.start("sha256"); Lane lane = node.lane("WEB01\\admin", "wrong", requests)) {
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> say(lane, "who"));
            assertEquals(Reason.REJECTED, failure.reason());
            assertEquals(2, requests.get());
        }
    }

    /** A certificate signed with this hash, and its key, as PEM files. */
    private static Path[] certificate(String hash) throws IOException, InterruptedException {
        Path certificate = folder.resolve(hash + ".pem");
        Path key = folder.resolve(hash + ".key");
        Process openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-" + hash, "-nodes", "-days", "2", "-subj",
            "/CN=node", "-keyout", key.toString(), "-out", certificate.toString()).redirectErrorStream(true).start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
        return new Path[] { certificate, key };
    }

    @ParameterizedTest
    @ValueSource(strings = { "sha256", "sha384", "sha512" })
    void overHttpsTheSignInIsBoundToTheCertificate(String hash) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Node node = Node.start(hash, certificate(hash)); Lane lane = node.lane("WEB01\\admin", PASSWORD, requests)) {
            assertEquals("200 echo:<x/>", say(lane, "<x/>"));
            assertEquals(2, requests.get());
        }
    }

    @Test
    void anotherCertificateThanTheNodesIsRefused() throws Exception {
        Path[] between = certificate("sha256");
        Path[] nodes = certificate("sha384");
        try (Node node = Node.start("sha384", between[0], between[1], nodes[0]); Lane lane = node.lane("WEB01\\admin", PASSWORD, new AtomicInteger())) {
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> say(lane, "who"));
            assertEquals(Reason.REJECTED, failure.reason());
        }
    }
}
