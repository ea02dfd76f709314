package org.poshremote.core.secret;

import java.util.Optional;
import org.poshremote.wsman.Secret;

/** Keeps passwords beyond a session. May be called from any thread; a call may block while the person unlocks the store. */
public interface SecretStore {
    /** The caller closes the secret it gets. */
    Optional<Secret> find(SecretKey key) throws SecretStoreException;

    /** Copies the secret: the caller's stays open and its own. */
    void keep(SecretKey key, Secret secret) throws SecretStoreException;

    void forget(SecretKey key) throws SecretStoreException;
}
