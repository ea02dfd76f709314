package org.poshremote.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.secret.SecretKey;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.wsman.Secret;

/** Passwords in a secure storage of the test's own, opened with a given password: no dialog. */
class SecureStorageSecretsTest {
    private static final SecretKey KEY = new SecretKey("https", "web01.example", 5986, "LAB\\deploy");
    private static final String PASSWORD = "pässwörd/\u20ac";

    private Path file;
    private ISecurePreferences storage;
    private SecureStorageSecrets secrets;

    @BeforeEach
    void open() throws IOException {
        file = Files.createTempDirectory("poshremote").resolve("storage");
        storage = SecurePreferencesFactory.open(file.toUri().toURL(),
                Map.of(IProviderHints.DEFAULT_PASSWORD, new PBEKeySpec("test".toCharArray()), IProviderHints.PROMPT_USER, false));
        secrets = new SecureStorageSecrets(() -> storage);
    }

    @AfterEach
    void delete() throws IOException {
        storage.removeNode();
        Files.deleteIfExists(file);
        Files.delete(file.getParent());
    }

    private void keep(SecretKey key) throws SecretStoreException {
        try (Secret secret = Secret.of(PASSWORD.toCharArray())) {
            secrets.keep(key, secret);
        }
    }

    private Optional<String> found(SecretKey key) throws SecretStoreException {
        return secrets.find(key).map(secret -> {
            try (secret) {
                return secret.use(String::new);
            }
        });
    }

    @Test
    void keepsAndFinds() throws SecretStoreException {
        assertEquals(Optional.empty(), found(KEY));
        keep(KEY);
        assertEquals(Optional.of(PASSWORD), found(KEY));
    }

    @Test
    void givesItToNobodyElse() throws SecretStoreException {
        keep(KEY);
        assertEquals(Optional.empty(), found(new SecretKey("http", "web01.example", 5986, "LAB\\deploy")));
        assertEquals(Optional.empty(), found(new SecretKey("https", "web02.example", 5986, "LAB\\deploy")));
        assertEquals(Optional.empty(), found(new SecretKey("https", "web01.example", 5985, "LAB\\deploy")));
        assertEquals(Optional.empty(), found(new SecretKey("https", "web01.example", 5986, "deploy")));
    }

    @Test
    void encryptsIt() throws SecretStoreException, IOException {
        keep(KEY);
        String written = Files.readString(file);
        assertTrue(written.contains("password"), "something was written");
        assertFalse(written.contains(PASSWORD) || written.contains("p\u00e4ss"), written);
    }

    @Test
    void forgets() throws SecretStoreException {
        keep(KEY);
        secrets.forget(KEY);
        assertEquals(Optional.empty(), found(KEY));
        keep(KEY);
        secrets.forgetAll();
        assertEquals(Optional.empty(), found(KEY));
    }

    @Test
    void saysThatThereIsNoStorage() {
        SecureStorageSecrets none = new SecureStorageSecrets(() -> null);
        SecretStoreException refused = assertThrows(SecretStoreException.class, () -> none.find(KEY));
        assertTrue(refused.getMessage().contains("secure storage"), refused.getMessage());
    }
}
