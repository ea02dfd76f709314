package org.poshremote.cli.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * By the virtual machine's shutdown, which also a terminate signal and a closed terminal begin. The exit status is then that
 * of the signal: 130 after Ctrl-C.
 */
public final class ShutdownInterrupts implements Interrupts {
    /** Longer than a cancelled run takes with a node that answers; a node that does not must not hold the terminal for ever. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    @Override
    public Watch onInterrupt(Runnable action) {
        ShutdownWatch watch = new ShutdownWatch(action);
        try {
            Runtime.getRuntime().addShutdownHook(watch.hook);
        } catch (IllegalStateException e) { // it began before the work did
            action.run();
        }
        return watch;
    }

    private static final class ShutdownWatch implements Watch {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread hook;
        private volatile boolean interrupted;

        ShutdownWatch(Runnable action) {
            hook = new Thread(() -> {
                if (closed.getCount() == 0) {
                    return;
                }
                interrupted = true;
                action.run();
                try {
                    closed.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }, "poshremote-interrupted");
        }

        @Override
        public boolean interrupted() {
            return interrupted;
        }

        @Override
        public void close() {
            closed.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the shutdown is what ended the work
            }
        }
    }
}
