package org.poshremote.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.poshremote.wsman.Secret;

class SecretsInMemoryTest {
    private final SecretKey key = new SecretKey("HTTPS", "Node", 5986, "DOM\\User");

    @Test
    void aSecretBelongsToOneAccountOnOneServiceAlone() {
        SecretsInMemory store = new SecretsInMemory();
        try (Secret given = Secret.of("geheim".toCharArray())) {
            store.keep(key, given);
        }
        assertEquals("geheim", store.find(new SecretKey("https", "NODE", 5986, "dom\\user")).orElseThrow().<String>use(String::new));
        assertTrue(store.find(new SecretKey("http", "node", 5986, "dom\\user")).isEmpty());
        assertTrue(store.find(new SecretKey("https", "node", 5985, "dom\\user")).isEmpty());
        assertTrue(store.find(new SecretKey("https", "node2", 5986, "dom\\user")).isEmpty());
        assertTrue(store.find(new SecretKey("https", "node", 5986, "user")).isEmpty());
    }

    @Test
    void whatIsFoundIsACopy() {
        SecretsInMemory store = new SecretsInMemory();
        store.keep(key, Secret.of("a".toCharArray()));
        store.find(key).orElseThrow().close();
        Secret second = store.find(key).orElseThrow();
        assertEquals("a", second.<String>use(String::new));
        store.forget(key);
        assertTrue(store.find(key).isEmpty());
        second.close();
        assertThrows(IllegalStateException.class, () -> second.use(String::new));
    }
}
