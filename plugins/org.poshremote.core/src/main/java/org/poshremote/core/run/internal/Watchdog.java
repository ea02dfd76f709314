package org.poshremote.core.run.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.Timeouts;

/** Says when a run has been silent, or has lasted, too long. Has a thread only where there is a limit. */
final class Watchdog implements AutoCloseable {
    private final Timeouts timeouts;
    private final Consumer<RunFailure.Kind> bark;
    private final long begun = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long lastSign = begun;

    Watchdog(Timeouts timeouts, Consumer<RunFailure.Kind> bark) {
        this.timeouts = timeouts;
        this.bark = bark;
        if (!timeouts.equals(Timeouts.NONE)) {
            Thread.ofVirtual().name("poshremote-run-timeout").start(this::watch);
        }
    }

    /** Output came, or the next step of the run began. */
    void sign() {
        lastSign = System.nanoTime();
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void watch() {
        try {
            while (true) {
                long now = System.nanoTime();
                long total = left(timeouts.total(), begun, now);
                long silence = left(timeouts.silence(), lastSign, now);
                if (total <= 0 || silence <= 0) {
                    bark.accept(total <= 0 ? RunFailure.Kind.TIMEOUT : RunFailure.Kind.SILENCE);
                    return;
                }
                if (ended.await(Math.min(total, silence), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long left(Optional<Duration> limit, long since, long now) {
        return limit.map(duration -> duration.toNanos() - (now - since)).orElse(Long.MAX_VALUE);
    }
}
