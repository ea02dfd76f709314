package org.poshremote.wsman.winrs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shells that are open anywhere in this program: they are deleted when it ends, by Ctrl-C too. */
final class OpenShells {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Shell> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("PoshRemote: delete shells").unstarted(OpenShells::deleteAll));
    }

    private OpenShells() {
    }

    static void add(Shell shell) {
        OPEN.add(shell);
    }

    static void remove(Shell shell) {
        OPEN.remove(shell);
    }

    static void deleteAll() {
        List<Thread> threads = new ArrayList<>();
        for (Shell shell : OPEN) {
            threads.add(Thread.ofPlatform().daemon().start(shell::close));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
