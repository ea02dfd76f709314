package org.poshremote.wsman.auth.credssp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.LaneFacts;

/**
 * The messages inside of TLS against an acceptor that others wrote: the network level authentication of FreeRDP's server,
 * which is CredSSP over a TLS socket. What WinRM's HTTP makes of it is not shown here.
 */
@Timeout(60)
class FreeRdpTest {
    @TempDir
    private static Path folder;
    private static FreeRdpServer server;

    @BeforeAll
    static void start() throws IOException {
        FreeRdpServer.require();
        server = FreeRdpServer.start(folder, "user", "pass");
    }

    @AfterAll
    static void end() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** A TLS connection on which the server expects CredSSP (MS-RDPBCGR 2.2.1.1, PROTOCOL_HYBRID). */
    private static SSLSocket connect() throws IOException, GeneralSecurityException {
        Socket plain = new Socket("127.0.0.1", server.port());
        plain.getOutputStream().write(HexFormat.of().parseHex("030000130ee000000000000100080003000000"));
        byte[] confirm = plain.getInputStream().readNBytes(19);
        assertEquals(2, confirm[11], "a negotiation response");
        assertEquals(2, confirm[15], "CredSSP is what the server selects");
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(null, new TrustManager[] {new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", server.port(), true);
        socket.startHandshake();
        return socket;
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] head = new byte[2];
        in.readFully(head);
        int count = (head[1] & 0x80) == 0 ? 0 : head[1] & 0x7F;
        byte[] more = in.readNBytes(count);
        int length = count == 0 ? head[1] : 0;
        for (byte b : more) {
            length = length << 8 | b & 0xFF;
        }
        byte[] all = Arrays.copyOf(head, 2 + count + length);
        System.arraycopy(more, 0, all, 2, count);
        in.readFully(all, 2 + count, length);
        return all;
    }

    private static CredSspExchange exchange(String password, byte[] key, int version) {
        Endpoint endpoint = Endpoint.http("127.0.0.1");
        Secret secret = Secret.of(password.toCharArray());
        return new CredSspExchange(endpoint, new NtlmInside(new LaneFacts(endpoint, Optional.empty()), Account.parse("user"), secret),
            new PasswordCredentials("", "user", secret), key, version);
    }

    /** Says everything up to the credentials; the server's proof has been checked then. */
    private static CredSspExchange talk(SSLSocket socket, CredSspExchange exchange) throws IOException, AuthenticationException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        out.write(exchange.first());
        while (!exchange.credentialsSent()) {
            out.write(exchange.next(message(in)));
        }
        return exchange;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void eachVersion(int version) throws Exception {
        try (SSLSocket socket = connect()) {
            byte[] key = KeyProof.subjectPublicKey(socket.getSession().getPeerCertificates()[0].getPublicKey());
            CredSspExchange done = talk(socket, exchange("pass", key, version));
            assertEquals(Optional.of(version), done.version());
        }
    }

    /** Not so much as a proof of its own comes from the server, and so no credentials go to it. */
    private static void ended(String password, boolean ownKey) throws Exception {
        try (SSLSocket socket = connect()) {
            byte[] key = KeyProof.subjectPublicKey(socket.getSession().getPeerCertificates()[0].getPublicKey());
            key[key.length - 1] ^= ownKey ? 0 : 1;
            CredSspExchange exchange = exchange(password, key, KeyProof.MOST_VERSION);
            assertThrows(EOFException.class, () -> talk(socket, exchange));
            assertFalse(exchange.credentialsSent());
        }
    }

    @Test
    void wrongPassword() throws Exception {
        ended("other", true);
    }

    /** As if somebody in between had a key of their own. */
    @Test
    void anotherKey() throws Exception {
        ended("pass", false);
    }
}
