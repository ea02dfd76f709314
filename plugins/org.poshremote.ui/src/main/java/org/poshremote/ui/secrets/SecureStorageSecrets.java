package org.poshremote.ui.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.equinox.security.storage.EncodingUtils;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.poshremote.core.secret.SecretKey;
import org.poshremote.core.secret.SecretStore;
import org.poshremote.core.secret.SecretStoreException;
import org.poshremote.wsman.Secret;

/** Passwords in the secure storage of Eclipse, one node for each scheme, host, port and account. */
public final class SecureStorageSecrets implements SecretStore {
    private static final String ROOT = "org.poshremote";
    private static final String PASSWORD = "password";

    private final Supplier<ISecurePreferences> storage;

    /** @param storage gives the root node, or null where there is no storage; called for each access, since opening it may ask the person */
    public SecureStorageSecrets(Supplier<ISecurePreferences> storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Secret> find(SecretKey key) throws SecretStoreException {
        try {
            ISecurePreferences root = root();
            if (!root.nodeExists(path(key))) {
                return Optional.empty();
            }
            byte[] utf8 = root.node(path(key)).getByteArray(PASSWORD, null);
            return utf8 == null ? Optional.empty() : Optional.of(secret(utf8));
        } catch (StorageException e) {
            throw refused(e);
        }
    }

    @Override
    public void keep(SecretKey key, Secret secret) throws SecretStoreException {
        Optional<Exception> refusal = secret.useUtf8(utf8 -> write(key, utf8));
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    private Optional<Exception> write(SecretKey key, byte[] utf8) {
        try {
            ISecurePreferences root = root();
            root.node(path(key)).putByteArray(PASSWORD, utf8, true);
            root.flush();
            return Optional.empty();
        } catch (StorageException | IOException | SecretStoreException e) {
            return Optional.of(e);
        }
    }

    @Override
    public void forget(SecretKey key) throws SecretStoreException {
        try {
            ISecurePreferences root = root();
            if (root.nodeExists(path(key))) {
                root.node(path(key)).removeNode();
                root.flush();
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Forgets the password of every target. */
    public void forgetAll() throws SecretStoreException {
        try {
            ISecurePreferences root = root();
            if (root.nodeExists(ROOT)) {
                root.node(ROOT).removeNode();
                root.flush();
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private ISecurePreferences root() throws SecretStoreException {
        ISecurePreferences root = storage.get();
        if (root == null) {
            throw new SecretStoreException(Messages.SecureStorage_none, null);
        }
        return root;
    }

    private static String path(SecretKey key) {
        return ROOT + "/" + key.scheme() + "/" + EncodingUtils.encodeSlashes(key.host()) + "/" + key.port() + "/"
                + EncodingUtils.encodeSlashes(key.user().isEmpty() ? "-" : key.user());
    }

    private static SecretStoreException refused(Exception cause) {
        if (cause instanceof SecretStoreException ours) {
            return ours;
        }
        return new SecretStoreException(Messages.SecureStorage_refused, cause);
    }

    private static Secret secret(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] chars = Arrays.copyOfRange(decoded.array(), decoded.position(), decoded.limit());
        try {
            return Secret.of(chars);
        } finally {
            Arrays.fill(decoded.array(), '\0');
            Arrays.fill(chars, '\0');
            Arrays.fill(utf8, (byte) 0);
        }
    }
}
