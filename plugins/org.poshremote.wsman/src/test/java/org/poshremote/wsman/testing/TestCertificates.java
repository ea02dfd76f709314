package org.poshremote.wsman.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Certificates of every kind, made by the JDK's keytool and by openssl in a folder of the test. */
public final class TestCertificates {
    public static final String PASSWORD = "changeit";
    private final Path folder;

    public TestCertificates(Path folder) {
        this.folder = folder;
    }

    /**
     * A key and its certificate, self-signed.
     *
     * @param options further ones of keytool, such as "-ext", "eku=clientAuth"
     */
    public Made make(String name, String keyAlgorithm, String... options) throws Exception {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(keytool(), "-genkeypair", "-alias", "key", "-keyalg", keyAlgorithm, "-dname", "CN=" + name,
            "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(Arrays.asList(options));
        run(command);
        return new Made(store);
    }

    /** An authority, and one certificate that it signed, with the whole chain in its store. */
    public Made signed(Made authority, String name, String... options) throws Exception {
        Made own = make(name, "EC");
        Path request = folder.resolve(name + ".csr");
        Path answer = folder.resolve(name + ".crt");
        run(List.of(keytool(), "-certreq", "-alias", "key", "-keystore", own.store().toString(), "-storepass", PASSWORD, "-file", request.toString()));
        List<String> command = new ArrayList<>(List.of(keytool(), "-gencert", "-alias", "key", "-keystore", authority.store().toString(), "-storepass", PASSWORD,
            "-infile", request.toString(), "-outfile", answer.toString(), "-rfc"));
        command.addAll(Arrays.asList(options));
        run(command);
        Files.writeString(answer, Files.readString(answer) + authority.pem());
        run(List.of(keytool(), "-importcert", "-noprompt", "-alias", "key", "-keystore", own.store().toString(), "-storepass", PASSWORD, "-file", answer.toString()));
        return own;
    }

    public void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        run(command);
    }

    private static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** @param store PKCS#12 with one key */
    public record Made(Path store) {
        private KeyStore load() throws IOException, GeneralSecurityException {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            return keys;
        }

        public X509Certificate certificate() throws IOException, GeneralSecurityException {
            return (X509Certificate) load().getCertificate("key");
        }

        public PrivateKey key() throws IOException, GeneralSecurityException {
            return (PrivateKey) load().getKey("key", PASSWORD.toCharArray());
        }

        public String pem() throws IOException, GeneralSecurityException {
            return armoured("CERTIFICATE", certificate().getEncoded());
        }

        public String keyPem() throws IOException, GeneralSecurityException {
            return armoured("PRIVATE KEY", key().getEncoded());
        }

        private static String armoured(String label, byte[] content) {
            return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label + "-----\n";
        }

        /** The server's side of TLS with it. */
        public SSLContext server(TrustManager... clients) throws IOException, GeneralSecurityException {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(load(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), clients.length == 0 ? null : clients, null);
            return context;
        }
    }
}
