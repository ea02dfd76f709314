package org.poshremote.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.Target;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.wsman.Secret;

class PasswordsTest {
    private static final Target TARGET = Target.at("web01.example").user("deploy").build();

    private final List<String> asked = new ArrayList<>();
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

    private Passwords passwords(boolean keep) {
        return new Passwords(secrets, (target, reason) -> {
            asked.add(reason);
            String account = target.user().isEmpty() ? "typed" : target.user();
            return Optional.of(new PasswordDialog.Answer(account, Secret.of(("password " + asked.size()).toCharArray()), keep));
        });
    }

    @Test
    void theKeyOfACertificateHasAPasswordOfItsOwn() throws SecretStoreException {
        Target target = Target.at("web01.example").https(true).authentication(AuthenticationChoice.CERTIFICATE)
                .certificate(Optional.of(new CertificateChoice.InFile("/home/me/Me.p12", Optional.empty()))).build();
        Passwords passwords = passwords(true);
        assertEquals(target, passwords.withAccount(target).orElseThrow(), "no account is asked for");
        assertEquals("password 1", text(passwords.keyPassword(target)));
        passwords.accepted(target);
        assertEquals("password 1", text(secrets.find(target.certificateSecretKey().orElseThrow())));
        passwords.keyRefused(target, "it does not open the key");
        assertEquals("password 2", text(passwords.keyPassword(target)));
        assertEquals(List.of("", "it does not open the key"), asked);
        passwords.forget(target);
        assertTrue(secrets.find(target.certificateSecretKey().orElseThrow()).isEmpty());
    }

    private static String text(Optional<Secret> secret) {
        return secret.map(given -> given.use(String::new)).orElse("none");
    }

    @Test
    void asksOnceInASession() {
        Passwords passwords = passwords(false);
        assertEquals("password 1", text(passwords.password(TARGET)));
        assertEquals("password 1", text(passwords.password(TARGET)));
        assertEquals(List.of(""), asked);
    }

    @Test
    void keepsOnlyWhatTheNodeHasAccepted() throws SecretStoreException {
        Passwords passwords = passwords(true);
        passwords.password(TARGET);
        assertTrue(secrets.find(TARGET.secretKey()).isEmpty());
        passwords.accepted(TARGET);
        assertEquals("password 1", text(secrets.find(TARGET.secretKey())));
        assertEquals("password 1", text(passwords(false).password(TARGET)), "the next session finds it");
        assertEquals(1, asked.size());
    }

    @Test
    void keepsNothingUnasked() throws SecretStoreException {
        Passwords passwords = passwords(false);
        passwords.password(TARGET);
        passwords.accepted(TARGET);
        assertTrue(secrets.find(TARGET.secretKey()).isEmpty());
    }

    @Test
    void doesNotTryARefusedPasswordAgain() throws SecretStoreException {
        try (Secret old = Secret.of("old".toCharArray())) {
            secrets.keep(TARGET.secretKey(), old);
        }
        Passwords passwords = passwords(false);
        assertEquals("old", text(passwords.password(TARGET)));
        passwords.refused(TARGET, "The node refused the password.");
        assertEquals("password 1", text(passwords.password(TARGET)));
        assertEquals(List.of("The node refused the password."), asked);
    }

    @Test
    void asksForTheAccountWhereTheTargetHasNone() {
        Passwords passwords = passwords(false);
        Target signedIn = passwords.withAccount(TARGET.toBuilder().user("").build()).orElseThrow();
        assertEquals("typed", signedIn.user());
        assertEquals("password 1", text(passwords.password(signedIn)));
        assertEquals(1, asked.size(), "account and password are asked for together");
    }

    @Test
    void goesOnWithoutAStorageThatRefuses() {
        ErrorLog.clear();
        Passwords passwords = new Passwords(new SecureStorageSecrets(() -> null),
                (target, reason) -> Optional.of(new PasswordDialog.Answer(target.user(), Secret.of("typed".toCharArray()), true)));
        assertEquals("typed", text(passwords.password(TARGET)));
        passwords.accepted(TARGET);
        assertTrue(ErrorLog.entries().stream().anyMatch(entry -> entry.contains("secure storage of Eclipse is not available")), "the log says why nothing is kept");
        ErrorLog.clear();
    }
}
