package org.poshremote.wsman.auth.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.certificate.ClientCertificateException.Trouble;

/** Client certificates in files: PKCS#12, and PEM with the key in the same file or another. */
final class CertificateFiles {
    private static final long LARGEST = 1 << 20;
    private static final String CERTIFICATE = "CERTIFICATE";

    private CertificateFiles() {
    }

    static ClientCertificate read(CertificateLocation.File location, Optional<Secret> password) throws ClientCertificateException {
        byte[] content = bytes(location.file());
        return PemFile.looksLike(content) ? pem(location, content, password) : pkcs12(location.file(), content, password);
    }

    static boolean needsPassword(CertificateLocation.File location) {
        try {
            byte[] content = bytes(location.keyFile());
            if (PemFile.looksLike(content)) {
                return parts(location.keyFile(), content).stream().anyMatch(part -> part.label().equals("ENCRYPTED PRIVATE KEY"));
            }
            pkcs12(location.keyFile(), content, Optional.empty());
            return false;
        } catch (ClientCertificateException e) {
            return e.trouble() == Trouble.WRONG_PASSWORD;
        }
    }

    private static ClientCertificate pem(CertificateLocation.File location, byte[] content, Optional<Secret> password) throws ClientCertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<PemFile.Part> parts = parts(location.file(), content);
        for (PemFile.Part part : parts) {
            if (part.label().equals(CERTIFICATE)) {
                certificates.add(certificate(location.file(), part));
            }
        }
        if (certificates.isEmpty()) {
            throw new ClientCertificateException(Trouble.UNREADABLE, location.file() + " holds no certificate.", null);
        }
        Path keyFile = location.keyFile();
        List<PemFile.Part> keyParts = location.key().isPresent() ? parts(keyFile, bytes(keyFile)) : parts;
        PemFile.Part key = keyParts.stream().filter(PemFile.Part::isKey).findFirst().orElseThrow(() -> new ClientCertificateException(Trouble.NO_KEY,
            keyFile + " holds no private key, and without it a certificate proves nothing. Name the file of the key too.", null));
        PrivateKey own = key(keyFile, key, password);
        X509Certificate leaf = certificates.stream().filter(certificate -> PrivateKeys.belong(own, certificate.getPublicKey())).findFirst()
            .orElseThrow(() -> new ClientCertificateException(Trouble.OTHER_KEY, "The private key in " + keyFile + " does not belong to the certificate in "
                + location.file() + ".", null));
        return new ClientCertificate(Stream.concat(Stream.of(leaf), certificates.stream().filter(one -> one != leaf)).toList(), own);
    }

    private static PrivateKey key(Path file, PemFile.Part part, Optional<Secret> password) throws ClientCertificateException {
        if (part.oldEncryption()) {
            throw new ClientCertificateException(Trouble.UNREADABLE, "The key in " + file + " is encrypted in OpenSSL's own, older way. Convert it: openssl pkcs8 -topk8 -in "
                + file.getFileName() + " -out key.pem", null);
        }
        boolean encrypted = part.label().equals("ENCRYPTED PRIVATE KEY");
        if (encrypted && password.isEmpty()) {
            throw new ClientCertificateException(Trouble.WRONG_PASSWORD, "The key in " + file + " is encrypted, and no password was given for it.", null);
        }
        try {
            return encrypted ? PrivateKeys.encrypted(part.content(), password.get()) : PrivateKeys.plain(part);
        } catch (IOException | GeneralSecurityException e) {
            throw encrypted && e instanceof GeneralSecurityException
                ? new ClientCertificateException(Trouble.WRONG_PASSWORD, "The key in " + file + " could not be opened: the password is not right.", e)
                : new ClientCertificateException(Trouble.UNREADABLE, "The key in " + file + " cannot be read: " + text(e) + "."
                    + (encrypted ? " Java opens AES; convert it: openssl pkcs8 -topk8 -v2 aes256 -in " + file.getFileName() + " -out key.pem" : ""), e);
        } catch (IllegalArgumentException e) { // a password that the encryption cannot take
            throw new ClientCertificateException(Trouble.WRONG_PASSWORD, "The key in " + file + " could not be opened: the password is not right.", e);
        } finally {
            Arrays.fill(part.content(), (byte) 0);
        }
    }

    private static X509Certificate certificate(Path file, PemFile.Part part) throws ClientCertificateException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(part.content()));
        } catch (GeneralSecurityException e) {
            throw new ClientCertificateException(Trouble.UNREADABLE, "A certificate in " + file + " cannot be read: " + text(e) + ".", e);
        }
    }

    private static ClientCertificate pkcs12(Path file, byte[] content, Optional<Secret> password) throws ClientCertificateException {
        char[] letters = password.map(secret -> secret.use(char[]::clone)).orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), letters);
            return keyEntry(file, store, letters);
        } catch (IOException | GeneralSecurityException e) {
            if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
                throw new ClientCertificateException(Trouble.WRONG_PASSWORD, file + (password.isPresent() ? " could not be opened: the password is not right."
                    : " needs a password, and none was given for it."), e);
            }
            throw new ClientCertificateException(Trouble.UNREADABLE, file + " is neither a PKCS#12 file (.pfx, .p12) nor PEM: " + text(e) + ".", e);
        } finally {
            Arrays.fill(letters, '\0');
        }
    }

    private static ClientCertificate keyEntry(Path file, KeyStore store, char[] letters) throws GeneralSecurityException, ClientCertificateException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.isEmpty()) {
            throw new ClientCertificateException(Trouble.NO_KEY, file + " holds no private key, and without it a certificate proves nothing."
                + " Export it again with its key.", null);
        }
        if (keys.size() > 1) {
            throw new ClientCertificateException(Trouble.AMBIGUOUS, file + " holds " + keys.size() + " certificates with keys; it has to be one.", null);
        }
        Certificate[] chain = store.getCertificateChain(keys.get(0));
        if (!(store.getKey(keys.get(0), letters) instanceof PrivateKey key) || chain == null || chain.length == 0) {
            throw new ClientCertificateException(Trouble.NO_KEY, file + " holds a key without its certificate.", null);
        }
        return new ClientCertificate(Stream.of(chain).map(X509Certificate.class::cast).toList(), key);
    }

    private static List<PemFile.Part> parts(Path file, byte[] content) throws ClientCertificateException {
        try {
            return PemFile.parts(content);
        } catch (IOException e) {
            throw new ClientCertificateException(Trouble.UNREADABLE, file + " cannot be read: " + text(e) + ".", e);
        }
    }

    private static byte[] bytes(Path file) throws ClientCertificateException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ClientCertificateException(Trouble.UNREADABLE, file + " is larger than any certificate.", null);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ClientCertificateException(Trouble.NOT_THERE, "There is no file " + file + " with a client certificate.", e);
        } catch (IOException e) {
            throw new ClientCertificateException(Trouble.UNREADABLE, file + " cannot be read: " + text(e) + ".", e);
        }
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
