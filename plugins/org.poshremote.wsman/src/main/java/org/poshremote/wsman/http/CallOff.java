package org.poshremote.wsman.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends what waits under a {@link Deadline#unless deadline}, from any thread; what begins to wait later ends at once. Thread-safe. */
public final class CallOff {
    private final Set<Closeable> held = ConcurrentHashMap.newKeySet();
    private volatile boolean called;

    /** Idempotent. */
    public void call() {
        called = true;
        held.forEach(CallOff::closeQuietly);
    }

    public boolean called() {
        return called;
    }

    void hold(Closeable resource) {
        held.add(resource);
        if (called) { // maybe while it was added
            closeQuietly(resource);
        }
    }

    void release(Closeable resource) {
        held.remove(resource);
    }

    static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // it is of no further use
        }
    }
}
