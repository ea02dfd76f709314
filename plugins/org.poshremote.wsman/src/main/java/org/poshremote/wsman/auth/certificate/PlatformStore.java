package org.poshremote.wsman.auth.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.wsman.auth.certificate.ClientCertificateException.Trouble;

/** The certificates of this person that the operating system keeps; keys are used there and never leave it. */
final class PlatformStore {
    private static final String WINDOWS = "Windows-MY";
    private static final String MACOS = "KeychainStore";

    private PlatformStore() {
    }

    /** Its name in the JDK; empty on systems that keep none. */
    static Optional<String> name() {
        return Stream.of(WINDOWS, MACOS).filter(PlatformStore::there).findFirst();
    }

    private static boolean there(String type) {
        try {
            KeyStore.getInstance(type);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static ClientCertificate find(String which) throws ClientCertificateException {
        String type = name().orElseThrow(() -> new ClientCertificateException(Trouble.NOT_THERE,
            "This operating system keeps no certificates that Java could use (Windows and macOS do). Name a file instead.", null));
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return find(store, which);
        } catch (IOException | GeneralSecurityException e) {
            throw new ClientCertificateException(Trouble.UNREADABLE, "The certificates of this system (" + type + ") cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static ClientCertificate find(KeyStore store, String which) throws GeneralSecurityException, ClientCertificateException {
        List<ClientCertificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate && meant(certificate, which)
                    && store.getKey(alias, null) instanceof PrivateKey key) {
                Certificate[] chain = store.getCertificateChain(alias);
                found.add(new ClientCertificate(chain == null ? List.of(certificate) : Stream.of(chain).map(X509Certificate.class::cast).toList(), key));
            }
        }
        if (found.size() != 1) {
            throw new ClientCertificateException(found.isEmpty() ? Trouble.NOT_THERE : Trouble.AMBIGUOUS, found.isEmpty()
                ? "None of your certificates in this system with a key has the fingerprint or subject \"" + which + "\"."
                : found.size() + " of your certificates in this system fit \"" + which + "\"; give the thumbprint of one.", null);
        }
        return found.get(0);
    }

    private static boolean meant(X509Certificate certificate, String which) throws GeneralSecurityException {
        String hex = which.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (hex.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            return hex.equals(HexFormat.of().formatHex(MessageDigest.getInstance(hex.length() == 40 ? "SHA-1" : "SHA-256").digest(certificate.getEncoded())));
        }
        String subject = certificate.getSubjectX500Principal().getName() + " " + PrincipalName.of(certificate).orElse("");
        return subject.toLowerCase(Locale.ROOT).contains(which.strip().toLowerCase(Locale.ROOT));
    }
}
