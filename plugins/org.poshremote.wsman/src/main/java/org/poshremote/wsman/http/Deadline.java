package org.poshremote.wsman.http;

import java.io.Closeable;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A moment by which something must have happened, unless it is called off before; passed down to every socket call. */
public final class Deadline {
    private final long end;
    private final List<CallOff> callOffs;

    private Deadline(long end, List<CallOff> callOffs) {
        this.end = end;
        this.callOffs = callOffs;
    }

    public static Deadline in(Duration duration) {
        long nanos;
        try {
            nanos = duration.toNanos();
        } catch (ArithmeticException e) {
            nanos = Long.MAX_VALUE / 4;
        }
        return new Deadline(System.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 4), List.of());
    }

    /** The earlier of this one and a moment that far from now. */
    public Deadline within(Duration duration) {
        Deadline other = in(duration);
        return other.end - end < 0 ? new Deadline(other.end, callOffs) : this;
    }

    /** The same moment, for what can also be ended by this. */
    public Deadline unless(CallOff callOff) {
        return new Deadline(end, Stream.concat(callOffs.stream(), Stream.of(callOff)).toList());
    }

    public boolean calledOff() {
        return callOffs.stream().anyMatch(CallOff::called);
    }

    /** Closes the resource when it is called off, until the hold is closed. */
    public Hold hold(Closeable resource) {
        callOffs.forEach(callOff -> callOff.hold(resource));
        return () -> callOffs.forEach(callOff -> callOff.release(resource));
    }

    /** To be closed once the resource is somebody else's. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * At least 1, as socket time-outs take it (0 would mean for ever).
     *
     * @throws SocketTimeoutException once the moment has passed
     */
    public int remainingMillis() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline passed");
        }
        return (int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1);
    }

    public boolean passed() {
        return end - System.nanoTime() <= 0;
    }
}
