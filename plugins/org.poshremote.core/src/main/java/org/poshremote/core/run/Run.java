package org.poshremote.core.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.poshremote.core.run.internal.ClixmlErrors;
import org.poshremote.core.path.Way;
import org.poshremote.core.run.internal.Emitter;
import org.poshremote.core.run.internal.NodeConnector;
import org.poshremote.core.run.internal.RunEngine;
import org.poshremote.core.run.internal.SshConnector;
import org.poshremote.core.run.internal.WinRsConnector;

/**
 * One execution of a script on a target. It has begun once {@link #start} returns and goes on by itself; its shell on the node
 * is deleted on every way out. Closing deletes the recorded output, and cancels a run that still goes on. Thread-safe.
 */
public final class Run implements AutoCloseable {
    private final RunEngine engine;
    private final Emitter emitter;
    private final OutputRecording recording;
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

    private Run(RunRequest request, CredentialSource credentials, Consumer<RunEvent> events, RunContext context) {
        emitter = new Emitter(events);
        recording = new OutputRecording(context.settings().recordingInMemory(), context.settings().recordingLimit());
        Way way = Way.to(request.target(), context.path().withConnectTimeout(context.settings().connectTimeout()));
        NodeConnector connector = request.target().ssh() ? new SshConnector(request.target(), credentials, context, way)
            : new WinRsConnector(request.target(), credentials, context.settings(), context.wireLog(), way);
        engine = new RunEngine(request, connector, ClixmlErrors::new, context.memory(), context.settings(), emitter, recording);
        Thread.ofVirtual().name("poshremote-run").start(() -> {
            try (connector) {
                outcome.complete(engine.run());
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    /** Starts with what this person's other runs share. */
    public static Run start(RunRequest request, CredentialSource credentials, Consumer<RunEvent> events) {
        return start(request, credentials, events, RunContext.ofThisUser());
    }

    /**
     * Starts the run on threads of its own.
     *
     * @param credentials asked once, when everything else is in order
     * @param events      called on threads of the run, one call at a time; the run waits for it, so it should be quick. What it
     *                    throws ends the run
     */
    public static Run start(RunRequest request, CredentialSource credentials, Consumer<RunEvent> events, RunContext context) {
        return new Run(request, credentials, events, context);
    }

    /** Ends the script: terminate, two seconds' grace, then its shell is deleted. Returns at once; idempotent. */
    public void cancel() {
        engine.stop(RunFailure.Kind.CANCELLED);
    }

    public boolean ended() {
        return outcome.isDone();
    }

    /**
     * Waits for the end, which comes after the last event.
     *
     * @throws InterruptedException  while waiting; the run goes on
     * @throws IllegalStateException where the consumer of the events threw something, or this program has a mistake
     */
    public RunOutcome await() throws InterruptedException {
        try {
            RunOutcome ended = outcome.get();
            emitter.failure().ifPresent(failure -> {
                throw new IllegalStateException("The events of the run could not be handled.", failure);
            });
            return ended;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The run failed by a mistake of this program.", e.getCause());
        }
    }

    /** Called when the run has ended, on its thread, or at once where it has. Gets nothing when the run failed by a mistake. */
    public void whenEnded(Consumer<RunOutcome> action) {
        outcome.thenAccept(action).exceptionally(failure -> {
            if (failure instanceof CompletionException && failure.getCause() instanceof Error error) {
                throw error;
            }
            return null;
        });
    }

    /** The raw bytes of the output so far, to be shown in another code page. */
    public OutputRecording output() {
        return recording;
    }

    @Override
    public void close() {
        cancel();
        recording.close();
    }
}
