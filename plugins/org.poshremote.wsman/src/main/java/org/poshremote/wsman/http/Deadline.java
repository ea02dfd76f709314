package org.poshremote.wsman.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which something must have happened; passed down to every socket call. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration duration) {
        long nanos;
        try {
            nanos = duration.toNanos();
        } catch (ArithmeticException e) {
            nanos = Long.MAX_VALUE / 4;
        }
        return new Deadline(System.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 4));
    }

    /** The earlier of this one and a moment that far from now. */
    public Deadline within(Duration duration) {
        Deadline other = in(duration);
        return other.end - end < 0 ? other : this;
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
