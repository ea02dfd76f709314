package org.poshremote.core.run.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.target.Target;

/**
 * The end of a run, by itself or by force: whatever was opened on the node is deleted on every way out. {@link #stop} may come
 * from any thread at any time; the run's own thread says what it has opened and when it has heard the last of the process.
 */
final class Ending {
    private final Target target;
    private final RunSettings settings;
    private final Emitter emitter;
    private final AtomicReference<RunFailure.Kind> reason = new AtomicReference<>();
    private final CountDownLatch heardLast = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile NodeConnection connection;
    private volatile NodeConnection.Shell shell;
    private volatile NodeConnection.Command command;
    private volatile boolean consoleMode;
    private volatile boolean processEnded;
    private volatile boolean deleted;
    private boolean deleteTried;

    Ending(Target target, RunSettings settings, Emitter emitter) {
        this.target = target;
        this.settings = settings;
        this.emitter = emitter;
    }

    void connected(NodeConnection opened) {
        connection = opened;
    }

    void opened(NodeConnection.Shell created) {
        shell = created;
    }

    void started(NodeConnection.Command running, boolean inConsoleMode) {
        consoleMode = inConsoleMode;
        command = running;
    }

    /** The process has ended by itself: there is nothing left to stop. */
    void processEnded() {
        processEnded = true;
    }

    /** Nothing more comes from the process. */
    void heardLast() {
        heardLast.countDown();
    }

    int requests() {
        return connection == null ? 0 : connection.requests();
    }

    /** Whether the shell was deleted, and with it whatever ran in it. */
    boolean deleted() {
        return deleted;
    }

    /** Why the run is being stopped. */
    Optional<RunFailure.Kind> reason() {
        return Optional.ofNullable(reason.get());
    }

    void check() throws NodeException {
        if (reason.get() != null) {
            throw new NodeException(RunFailure.Kind.CANCELLED, "The run was stopped.", Optional.empty(), 0, false, null);
        }
    }

    /** Ends the run: signal, the grace period, then Delete, all while a receive may hang. Returns at once. */
    void stop(RunFailure.Kind why) {
        if (processEnded || !reason.compareAndSet(null, why)) {
            return;
        }
        Thread.ofVirtual().name("poshremote-run-stop").start(() -> {
            try {
                // on a thread of its own: a node that does not answer must not hold up the rest
                Thread.ofVirtual().name("poshremote-run-signal").start(this::signal);
                // also while the shell is still being opened: one that opens in time can be deleted
                heardLast.await(settings.cancelGrace().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                clean();
                stopped.countDown();
            }
        });
    }

    /** After {@link #stop}, on the run's thread: waits until that is done, and deletes what was opened meanwhile. */
    void finishStopping() {
        heardLast.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                stopped.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        clean();
    }

    /** The last requests; what fails here, the node does by itself once the shell has been idle for long enough. */
    synchronized void clean() {
        if (command != null && reason.get() == null && processEnded) {
            try {
                command.terminate();
            } catch (NodeException e) {
                // the process has ended; MS-WSMV 3.1.4.14 wants the signal nevertheless, and Delete covers it
            }
        }
        if (shell != null && !deleteTried) {
            deleteTried = true;
            try {
                shell.delete();
                deleted = true;
            } catch (NodeException e) {
                emitter.note(target.ssh() ? "The script on " + target.name() + " could not be ended. (" + e.getMessage() + ")"
                        : "The shell on " + target.name() + " could not be deleted; the node ends it by itself after "
                        + settings.shellIdleTimeout().toMinutes() + " minutes. (" + e.getMessage() + ")");
            }
        }
        if (connection != null) {
            connection.close();
        }
    }

    private void signal() {
        NodeConnection.Command running = command;
        if (running == null) {
            return;
        }
        try {
            if (consoleMode) {
                running.interrupt();
            } else {
                running.terminate();
            }
        } catch (NodeException e) {
            // Delete, which comes next, ends the process too
        }
    }
}
