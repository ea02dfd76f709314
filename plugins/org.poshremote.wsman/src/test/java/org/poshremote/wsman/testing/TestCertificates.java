package org.poshremote.wsman.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Certificates of every kind, made by openssl in a folder of the test. */
public final class TestCertificates {
    public static final String PASSWORD = "changeit";
    /** Valid from now on for a few days. */
    public static final String NOW = "+0d";
    private static final int DAYS = 10;
    private final Path folder;
    private final Path configuration;

    public TestCertificates(Path folder) {
        this.folder = folder;
        configuration = folder.resolve("openssl.cnf");
        try { // without what the system's adds by itself
            Files.writeString(configuration, "[req]\ndistinguished_name=dn\nx509_extensions=v3\n[dn]\n[v3]\nsubjectKeyIdentifier=hash\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key and its certificate, self-signed.
     *
     * @param key        "EC", or "RSA" with its bits, such as "RSA2048"
     * @param extensions as openssl's -addext takes them, such as "extendedKeyUsage=clientAuth"
     */
    public Made make(String name, String key, String... extensions) throws Exception {
        return request(name, key, NOW, List.of(), List.of(), extensions);
    }

    /** The same, by an authority. @param begin such as "-20d"; it is valid for ten days from then on */
    public Made signed(Made authority, String name, String begin, String... extensions) throws Exception {
        return request(name, "EC", begin, List.of("-CA", authority.certificateFile().toString(), "-CAkey", authority.keyFile().toString()),
            List.of(authority.certificate()), extensions);
    }

    /** Self-signed and valid for ten days from the given time on. */
    public Made dated(String name, String begin, String... extensions) throws Exception {
        return request(name, "EC", begin, List.of(), List.of(), extensions);
    }

    private Made request(String name, String key, String begin, List<String> signer, List<X509Certificate> authorities, String... extensions) throws Exception {
        Made made = new Made(folder.resolve(name + ".crt"), folder.resolve(name + ".key"), authorities);
        List<String> command = new ArrayList<>(begin.equals(NOW) ? List.of() : List.of("faketime", "-f", begin));
        command.addAll(List.of("openssl", "req", "-x509", "-config", configuration.toString(), "-nodes", "-days", String.valueOf(DAYS), "-subj", "/CN=" + name,
            "-keyout", made.keyFile().toString(), "-out", made.certificateFile().toString()));
        command.addAll(key.equals("EC") ? List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256") : List.of("-newkey", "rsa:" + key.substring(3)));
        command.addAll(signer);
        for (String extension : extensions) {
            command.addAll(extension.startsWith("-") ? List.of(extension) : List.of("-addext", extension));
        }
        run(command);
        return made;
    }

    /** PKCS#12 with the key, under {@link #PASSWORD}. */
    public Path pkcs12(Made made) throws Exception {
        Path file = Path.of(made.keyFile() + ".p12");
        openssl("pkcs12", "-export", "-in", made.certificateFile().toString(), "-inkey", made.keyFile().toString(), "-out", file.toString(), "-passout", "pass:" + PASSWORD);
        return file;
    }

    public void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        run(command);
    }

    public static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** @param authorities sent along by a server */
    public record Made(Path certificateFile, Path keyFile, List<X509Certificate> authorities) {
        public X509Certificate certificate() throws IOException, GeneralSecurityException {
            try (InputStream in = Files.newInputStream(certificateFile)) {
                return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            }
        }

        public PrivateKey key() throws IOException, GeneralSecurityException {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(keyPem().replaceAll("-----[^-]*-----", ""));
            return KeyFactory.getInstance(certificate().getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        }

        public String pem() throws IOException {
            return Files.readString(certificateFile);
        }

        public String keyPem() throws IOException {
            return Files.readString(keyFile);
        }

        /** The server's side of TLS with it. */
        public SSLContext server(TrustManager... clients) throws IOException, GeneralSecurityException {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("key", key(), PASSWORD.toCharArray(), Stream.concat(Stream.of(certificate()), authorities.stream()).toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), clients.length == 0 ? null : clients, null);
            return context;
        }
    }
}
