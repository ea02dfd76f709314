package org.poshremote.wsman.auth.credssp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Piece;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/** Both ends of the TLS of CredSSP in one process. */
class TlsPipeTest {
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();
    private static final String SOAP = "application/soap+xml;charset=UTF-8";
    @TempDir
    private static Path folder;
    private static SSLContext node;
    private static KeyStore keys;

    @BeforeAll
    static void key() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("node.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "node",
            "-keyalg", "RSA", "-dname", "CN=node", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass",
            new String(STORE_PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD);
        node = SSLContext.getInstance("TLSv1.2");
        node.init(managers.getKeyManagers(), null, null);
    }

    private record Ends(TlsPipe client, TlsPipe node) {
    }

    private static Ends ends(String... suites) throws SSLException {
        TlsPipe client = TlsPipe.client(suites);
        TlsPipe server = TlsPipe.server(node);
        byte[] hello = server.handshake(client.handshake(new byte[0]));
        byte[] finished = server.handshake(client.handshake(hello));
        assertEquals(0, client.handshake(finished).length);
        assertTrue(client.finished() && server.finished(), "two requests");
        return new Ends(client, server);
    }

    /** The framing is told how much of a record follows the message: header, message and trailer are the whole record. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"})
    void trailers(String suite) throws SSLException {
        Ends ends = ends(suite);
        // header of 5 bytes, then an explicit nonce of 8 (GCM, RFC 5288) or an IV of 16 (CBC)
        int before = suite.contains("CHACHA") ? 5 : suite.contains("GCM") ? 13 : 21;
        for (int length : new int[] {1, 11, 12, 13, 14, 15, 16, 17, 1000, TlsPipe.RECORD}) {
            byte[] record = ends.client().wrap(new byte[length]);
            assertEquals(record.length, before + length + ends.client().trailer(length), suite + " " + length);
            assertEquals(length, ends.node().unwrap(record).length);
        }
    }

    @Test
    void sealsInPiecesOf16KB() throws SSLException, SealingException {
        Ends ends = ends();
        CredSspSealing client = new CredSspSealing(ends.client());
        CredSspSealing server = new CredSspSealing(ends.node());
        Random random = new Random(16);
        for (int length : new int[] {0, 5, TlsPipe.RECORD, TlsPipe.RECORD + 1, 100_000}) {
            byte[] soap = new byte[length];
            random.nextBytes(soap);
            SealedBody sealed = client.seal(soap, SOAP);
            assertEquals(length > TlsPipe.RECORD, sealed.contentType().startsWith("multipart/x-multi-encrypted;"));
            assertArrayEquals(soap, server.unseal(sealed.contentType(), sealed.bytes()));
            SealedBody back = server.seal(soap, SOAP);
            assertArrayEquals(soap, client.unseal(back.contentType(), back.bytes()));
        }
    }

    /** Changed, repeated, swapped, cut off, or of another length than it says. */
    @Test
    void othersDoNotOpen() throws SSLException {
        for (int kind = 0; kind < 5; kind++) {
            Ends ends = ends();
            CredSspSealing client = new CredSspSealing(ends.client());
            CredSspSealing server = new CredSspSealing(ends.node());
            SealedBody first = client.seal("<first/>".getBytes(StandardCharsets.UTF_8), SOAP);
            SealedBody second = client.seal("<second/>".getBytes(StandardCharsets.UTF_8), SOAP);
            int chosen = kind;
            assertThrows(SealingException.class, () -> {
                Piece piece = EncryptedMultipart.read(Protocol.CREDSSP, first.contentType(), first.bytes()).get(0);
                byte[] data = piece.data();
                switch (chosen) {
                    case 0 -> data[data.length - 1]++;
                    case 1 -> server.unseal(first.contentType(), first.bytes());
                    case 2 -> server.unseal(second.contentType(), second.bytes());
                    case 3 -> data = Arrays.copyOf(data, data.length - 1);
                    default -> piece = new Piece(piece.plainLength() + 1, piece.header(), data);
                }
                SealedBody spoilt = EncryptedMultipart.write(Protocol.CREDSSP, SOAP, List.of(new Piece(piece.plainLength(), piece.header(), data)));
                server.unseal(spoilt.contentType(), spoilt.bytes());
            }, "kind " + kind);
        }
    }

    @Test
    void whateverComesDuringTheHandshakeEndsIt() throws SSLException {
        Random random = new Random(12);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            TlsPipe client = TlsPipe.client();
            byte[] answer = TlsPipe.server(node).handshake(client.handshake(new byte[0]));
            for (int i = random.nextInt(3); i >= 0; i--) {
                answer[random.nextInt(answer.length)] ^= (byte) (1 + random.nextInt(255));
            }
            try {
                client.handshake(answer);
            } catch (SSLException e) {
                refused++;
            }
            assertTrue(!client.finished());
        }
        assertTrue(refused > 30, refused + " refused");
    }

    @Test
    void nothingGoesThroughBeforeItIsFinished() {
        assertThrows(SSLException.class, () -> TlsPipe.client().unwrap("<x/>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void proofOfTheKey() throws IOException, GeneralSecurityException {
        byte[] key = KeyProof.subjectPublicKey(keys.getCertificate("node").getPublicKey());
        assertEquals(0x30, key[0], "RSAPublicKey of RFC 8017 A.1.1, without the algorithm around it");
        byte[] nonce = new byte[TsRequest.NONCE_LENGTH];
        KeyProof old = new KeyProof(4, key, nonce);
        assertArrayEquals(key, old.ofClient());
        assertEquals(key[0] + 1, old.ofNode()[0]);
        assertArrayEquals(Arrays.copyOfRange(key, 1, key.length), Arrays.copyOfRange(old.ofNode(), 1, key.length));
        KeyProof now = new KeyProof(6, key, nonce);
        assertEquals(32, now.ofClient().length);
        assertNotEquals(HexFormat.of().formatHex(now.ofClient()), HexFormat.of().formatHex(now.ofNode()));
    }
}
