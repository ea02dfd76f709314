package org.poshremote.wsman.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.certificate.ClientCertificateException.Trouble;
import org.poshremote.wsman.testing.TestCertificates;
import org.poshremote.wsman.testing.TestCertificates.Made;

/** Client certificates in the forms in which people have them; made by openssl and keytool. */
class ClientCertificateTest {
    @TempDir
    private static Path folder;
    private static TestCertificates tools;
    private static Made rsa;
    private static Made ec;
    private static Path rsaStore;
    private static Path ecStore;

    @BeforeAll
    static void make() throws Exception {
        tools = new TestCertificates(folder);
        rsa = tools.make("alice", "RSA2048", "extendedKeyUsage=clientAuth");
        ec = tools.make("bob", "EC", "extendedKeyUsage=clientAuth");
        rsaStore = tools.pkcs12(rsa);
        ecStore = tools.pkcs12(ec);
    }

    private static Secret password(String text) {
        return Secret.of(text.toCharArray());
    }

    private static ClientCertificate load(Path file, Optional<Path> key, String password) throws ClientCertificateException {
        try (Secret secret = password(password)) {
            return ClientCertificate.load(new CertificateLocation.File(file, key), password.isEmpty() ? Optional.empty() : Optional.of(secret));
        }
    }

    private static ClientCertificateException refused(Trouble trouble, Path file, Optional<Path> key, String password) {
        ClientCertificateException e = assertThrows(ClientCertificateException.class, () -> load(file, key, password));
        assertEquals(trouble, e.trouble(), e.getMessage());
        assertTrue(e.getMessage().endsWith(".") || e.getMessage().endsWith(".pem"), e.getMessage());
        return e;
    }

    private static boolean needsPassword(Path file, Optional<Path> key) {
        return ClientCertificate.needsPassword(new CertificateLocation.File(file, key));
    }

    @Test
    void aPkcs12FileOfKeytoolAndOneOfOpenSsl() throws Exception {
        assertTrue(needsPassword(rsaStore, Optional.empty()));
        assertEquals(rsa.certificate(), load(rsaStore, Optional.empty(), TestCertificates.PASSWORD).certificate());
        Path keytool = folder.resolve("keytool.p12");
        TestCertificates.run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "me", "-keyalg", "EC",
            "-dname", "CN=me", "-keystore", keytool.toString(), "-storetype", "PKCS12", "-storepass", TestCertificates.PASSWORD));
        assertEquals("me", load(keytool, Optional.empty(), TestCertificates.PASSWORD).name());
        Path pem = Files.writeString(folder.resolve("rsa-all.pem"), rsa.keyPem() + rsa.pem());
        Path file = folder.resolve("openssl.pfx");
        tools.openssl("pkcs12", "-export", "-in", pem.toString(), "-out", file.toString(), "-passout", "pass:päss wörd");
        assertEquals("alice", load(file, Optional.empty(), "päss wörd").name());
        Path open = folder.resolve("open.pfx");
        tools.openssl("pkcs12", "-export", "-in", pem.toString(), "-out", open.toString(), "-passout", "pass:");
        assertFalse(needsPassword(open, Optional.empty()));
        assertEquals("alice", load(open, Optional.empty(), "").name());
    }

    @Test
    void pemWithTheKeyInTheSameFileOrAnotherPlainOrEncrypted() throws Exception {
        for (Made made : List.of(rsa, ec)) {
            String name = made.keyFile().getFileName().toString().replace(".key", "-pem");
            Path certificate = Files.writeString(folder.resolve(name + ".crt"), "a remark\n" + made.pem());
            Path key = Files.writeString(folder.resolve(name + ".key"), made.keyPem());
            Path both = Files.writeString(folder.resolve(name + ".both"), made.pem() + made.keyPem());
            assertEquals(made.certificate(), load(both, Optional.empty(), "").certificate());
            assertEquals(made.certificate(), load(certificate, Optional.of(key), "").certificate());
            assertFalse(needsPassword(certificate, Optional.of(key)));
            for (String cipher : List.of("aes256", "aes128")) {
                Path encrypted = folder.resolve(name + "." + cipher);
                tools.openssl("pkcs8", "-topk8", "-v2", cipher, "-in", key.toString(), "-out", encrypted.toString(), "-passout", "pass:s3cret");
                assertTrue(needsPassword(certificate, Optional.of(encrypted)));
                assertEquals(made.certificate(), load(certificate, Optional.of(encrypted), "s3cret").certificate());
                assertFalse(refused(Trouble.WRONG_PASSWORD, certificate, Optional.of(encrypted), "other").getMessage().contains("other"));
                refused(Trouble.WRONG_PASSWORD, certificate, Optional.of(encrypted), "");
            }
            Path des = folder.resolve(name + ".des3");
            tools.openssl("pkcs8", "-topk8", "-v2", "des3", "-in", key.toString(), "-out", des.toString(), "-passout", "pass:s3cret");
            assertTrue(refused(Trouble.UNREADABLE, certificate, Optional.of(des), "s3cret").getMessage().contains("-v2 aes256"));
            Path old = folder.resolve(name + ".old");
            tools.openssl("pkey", "-traditional", "-in", key.toString(), "-out", old.toString());
            assertEquals(made.certificate(), load(certificate, Optional.of(old), "").certificate());
            Path oldEncrypted = folder.resolve(name + ".oldenc");
            tools.openssl("pkey", "-traditional", "-aes256", "-in", key.toString(), "-out", oldEncrypted.toString(), "-passout", "pass:s3cret");
            assertTrue(refused(Trouble.UNREADABLE, certificate, Optional.of(oldEncrypted), "s3cret").getMessage().contains("openssl pkcs8 -topk8"));
        }
    }

    @Test
    void theOwnCertificateIsFoundAmongThoseOfItsAuthorities() throws Exception {
        Made authority = tools.make("lab-ca", "EC", "basicConstraints=CA:true");
        Made carol = tools.signed(authority, "carol", TestCertificates.NOW, "extendedKeyUsage=clientAuth");
        Path file = Files.writeString(folder.resolve("chain.pem"), authority.pem() + carol.pem() + carol.keyPem());
        ClientCertificate loaded = load(file, Optional.empty(), "");
        assertEquals(carol.certificate(), loaded.certificate());
        assertEquals(List.of(carol.certificate(), authority.certificate()), List.of(loaded.presenter().getCertificateChain("client")));
    }

    @Test
    void whatNoNodeWouldTakeIsRefusedHere() throws Exception {
        Made ended = tools.dated("ended", "-20d");
        assertTrue(refused(Trouble.EXPIRED, tools.pkcs12(ended), Optional.empty(), TestCertificates.PASSWORD).getMessage().contains("ended"));
        Made early = tools.dated("early", "+2d");
        refused(Trouble.NOT_YET, tools.pkcs12(early), Optional.empty(), TestCertificates.PASSWORD);
        Made server = tools.make("server", "EC", "extendedKeyUsage=serverAuth");
        assertTrue(refused(Trouble.NOT_FOR_CLIENTS, tools.pkcs12(server), Optional.empty(), TestCertificates.PASSWORD).getMessage().contains("client authentication"));
        refused(Trouble.WRONG_PASSWORD, rsaStore, Optional.empty(), "wrong-Password");
        refused(Trouble.NOT_THERE, folder.resolve("missing.p12"), Optional.empty(), "");
        refused(Trouble.UNREADABLE, Files.writeString(folder.resolve("junk.p12"), "hello"), Optional.empty(), "");
        refused(Trouble.NO_KEY, Files.writeString(folder.resolve("no-key.pem"), ec.pem()), Optional.empty(), "");
        refused(Trouble.OTHER_KEY, Files.writeString(folder.resolve("other-key.pem"), ec.pem() + rsa.keyPem()), Optional.empty(), "");
        refused(Trouble.UNREADABLE, Files.writeString(folder.resolve("only-key.pem"), rsa.keyPem()), Optional.empty(), "");
    }

    @Test
    void theStoreOfTheSystemFindsByFingerprintAndSubject() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12"); // as the operating system's, which has no password
        store.load(null, null);
        store.setKeyEntry("one", rsa.key(), null, new X509Certificate[] {rsa.certificate()});
        store.setKeyEntry("two", ec.key(), null, new X509Certificate[] {ec.certificate()});
        assertEquals("bob", PlatformStore.find(store, "BOB").name());
        assertEquals("alice", PlatformStore.find(store, thumbprint(rsa.certificate())).name());
        assertEquals(Trouble.AMBIGUOUS, assertThrows(ClientCertificateException.class, () -> PlatformStore.find(store, "CN=")).trouble());
        assertEquals(Trouble.NOT_THERE, assertThrows(ClientCertificateException.class, () -> PlatformStore.find(store, "nobody")).trouble());
        if (PlatformStore.name().isEmpty()) {
            assertTrue(assertThrows(ClientCertificateException.class, () -> ClientCertificate.load(new CertificateLocation.Store("x"), Optional.empty()))
                .getMessage().contains("Name a file instead"));
        }
    }

    private static String thumbprint(X509Certificate certificate) throws Exception {
        return java.util.HexFormat.ofDelimiter(" ").withUpperCase().formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
    }

    @Test
    void theUserPrincipalNameIsRead() throws Exception {
        Path key = folder.resolve("upn.key");
        Path certificate = folder.resolve("upn.crt");
        tools.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key.toString(), "-out", certificate.toString(),
            "-days", "2", "-subj", "/CN=dave", "-addext", "extendedKeyUsage=clientAuth", "-addext", "subjectAltName=otherName:1.3.6.1.4.1.311.20.2.3;UTF8:dave@node");
        assertEquals("dave@node", load(certificate, Optional.of(key), "").name());
    }

    @Test
    void anyBytesAreReadOrRefusedAndNothingElse() throws Exception {
        Random random = new Random(7);
        List<byte[]> seeds = new ArrayList<>();
        seeds.add((ec.pem() + ec.keyPem()).getBytes(StandardCharsets.US_ASCII));
        seeds.add(Files.readAllBytes(ecStore));
        Path file = folder.resolve("fuzz");
        int refusals = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = seeds.get(i % 2).clone();
            for (int change = 0; change < 1 + i % 4; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, i % 5 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                assertNotNull(load(file, Optional.empty(), i % 2 == 0 ? "" : TestCertificates.PASSWORD));
            } catch (ClientCertificateException e) {
                refusals++;
            }
            byte[] der = new byte[random.nextInt(40)];
            random.nextBytes(der);
            PrincipalName.read(der);
        }
        assertTrue(refusals > 100, refusals + " refusals");
    }

    @Test
    void nothingOfTheKeyIsPrinted() throws Exception {
        ClientCertificate loaded = load(rsaStore, Optional.empty(), TestCertificates.PASSWORD);
        assertEquals("client certificate of alice", loaded.toString());
        assertEquals("Part[PRIVATE KEY]", PemFile.parts(rsa.keyPem().getBytes(StandardCharsets.US_ASCII)).get(0).toString());
    }
}
