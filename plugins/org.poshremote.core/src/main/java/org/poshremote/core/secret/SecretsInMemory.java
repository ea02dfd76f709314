package org.poshremote.core.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.poshremote.wsman.Secret;

/** Keeps secrets until this process ends or this store is closed. Thread-safe. */
public final class SecretsInMemory implements SecretStore, AutoCloseable {
    private final Map<SecretKey, Secret> secrets = new HashMap<>();

    @Override
    public synchronized Optional<Secret> find(SecretKey key) {
        return Optional.ofNullable(secrets.get(key)).map(Secret::copy);
    }

    @Override
    public synchronized void keep(SecretKey key, Secret secret) {
        Secret before = secrets.put(key, secret.copy());
        if (before != null) {
            before.close();
        }
    }

    @Override
    public synchronized void forget(SecretKey key) {
        Secret before = secrets.remove(key);
        if (before != null) {
            before.close();
        }
    }

    @Override
    public synchronized void close() {
        secrets.values().forEach(Secret::close);
        secrets.clear();
    }
}
