package org.poshremote.wsman.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits, with a deadline, for work that knows none and that nobody can end: it goes on by itself on a thread of its own. */
public final class Detached {
    private Detached() {
    }

    /**
     * Does the work.
     *
     * @param unwanted takes what came when nobody waits any more
     * @throws SocketTimeoutException the deadline passed first
     * @throws IOException            of the work, or around its exception; or it was called off
     */
    public static <T> T call(Callable<T> work, Consumer<T> unwanted, Deadline deadline) throws IOException {
        long millis = deadline.remainingMillis();
        CompletableFuture<T> result = new CompletableFuture<>();
        // no virtual thread: such work keeps its carrier
        Thread.ofPlatform().daemon().name("PoshRemote detached").start(() -> run(work, unwanted, result));
        try (Deadline.Hold hold = deadline.hold(() -> result.completeExceptionally(new SocketException("called off")))) {
            return result.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw given(result, new SocketTimeoutException("deadline passed"), unwanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw given(result, new InterruptedIOException("interrupted"), unwanted);
        }
    }

    /** Up; what came at the last moment is unwanted too. */
    private static <T> IOException given(CompletableFuture<T> result, IOException why, Consumer<T> unwanted) {
        if (!result.completeExceptionally(why) && !result.isCompletedExceptionally()) {
            unwanted.accept(result.join());
        }
        return why;
    }

    private static <T> void run(Callable<T> work, Consumer<T> unwanted, CompletableFuture<T> result) {
        try {
            T came = work.call();
            if (!result.complete(came)) {
                unwanted.accept(came);
            }
        } catch (Exception | LinkageError e) {
            result.completeExceptionally(e);
        }
    }
}
