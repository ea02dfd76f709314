package org.poshremote.core.run.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.core.run.RunEvent;

/** Hands events to the consumer one after the other, the last one last. A consumer that fails gets no more. Thread-safe. */
public final class Emitter {
    private final Consumer<RunEvent> consumer;
    private boolean ended;
    private RuntimeException failure;

    public Emitter(Consumer<RunEvent> consumer) {
        this.consumer = consumer;
    }

    public synchronized void emit(RunEvent event) {
        if (ended) {
            return;
        }
        ended = event instanceof RunEvent.Exited || event instanceof RunEvent.Failed;
        try {
            consumer.accept(event);
        } catch (RuntimeException e) {
            ended = true;
            failure = e;
        }
    }

    public void note(String text) {
        emit(new RunEvent.Note(text));
    }

    /** What the consumer threw. */
    public synchronized Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }
}
