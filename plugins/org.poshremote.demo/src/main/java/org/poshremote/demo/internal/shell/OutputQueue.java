package org.poshremote.demo.internal.shell;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;

/**
 * What a command has written and the client has not fetched: bounded, so that a program that writes faster than the client
 * fetches waits; in the order of writing over both streams. Bytes are copied once, into segments that leave as they are.
 */
final class OutputQueue {
    /** Largest piece that becomes one {@code Stream} element. */
    static final int SEGMENT = 32 * 1024;

    /** Bytes of XML around the Base64 of one {@code Stream} element. */
    static final int ELEMENT_OVERHEAD = 140;

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private int size;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean aborted;
    private boolean doneFetched;
    private long receiver;

    OutputQueue(int capacity) {
        this.capacity = capacity;
    }

    /** One piece of output; {@code length} bytes from {@code offset} of {@code data}. */
    static final class Segment {
        final String stream;
        byte[] data;
        int offset;
        int length;

        Segment(String stream, byte[] data, int offset, int length) {
            this.stream = stream;
            this.data = data;
            this.offset = offset;
            this.length = length;
        }

        private int room() {
            return SEGMENT - offset - length;
        }

        private void add(byte[] bytes, int from, int count) {
            if (offset + length + count > data.length) {
                data = Arrays.copyOf(data, Math.min(SEGMENT, Math.max(offset + length + count, data.length * 2)));
            }
            System.arraycopy(bytes, from, data, offset + length, count);
            length += count;
        }
    }

    /** What one Receive carries. The exit code is there once the program ended and all wanted output is in this or an earlier batch. */
    record Batch(List<Segment> segments, OptionalInt exitCode) {
    }

    void write(String stream, byte[] bytes, int offset, int length) throws InterruptedIOException {
        lock.lock();
        try {
            int from = offset;
            int left = length;
            while (left > 0) {
                while (size >= capacity && !aborted) {
                    await();
                }
                if (aborted) {
                    throw new InterruptedIOException("the command was ended from outside");
                }
                int count = Math.min(left, Math.min(capacity - size, SEGMENT));
                Segment last = segments.peekLast();
                if (last != null && last.stream.equals(stream) && last.room() > 0) {
                    count = Math.min(count, last.room());
                    last.add(bytes, from, count);
                } else {
                    segments.add(new Segment(stream, Arrays.copyOfRange(bytes, from, from + count), 0, count));
                }
                size += count;
                from += count;
                left -= count;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void await() throws InterruptedIOException {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the command was ended from outside");
        }
    }

    /** The program ended by itself; what it wrote stays to be fetched. */
    void finish(int code) {
        lock.lock();
        try {
            if (exitCode.isEmpty()) {
                exitCode = OptionalInt.of(code);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ended from outside: writes fail, a waiting Receive ends with a fault. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean finished() {
        lock.lock();
        try {
            return exitCode.isPresent() || aborted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for output or the end of the command.
     *
     * @param budget    bytes of the reply that streams may take, Base64 and markup included
     * @param timeout   after it, without any output, the fault of the operation time-out
     * @param waiting   run once, before the first wait for output
     * @param gathering once there is some output, how long to wait for more; ended early by the command's end or a full reply
     */
    Batch take(Set<String> wanted, int budget, Duration timeout, Duration gathering, Runnable waiting) throws FaultException {
        lock.lock();
        try {
            if (doneFetched) {
                throw Faults.unknownCommand();
            }
            // A client whose connection broke asks again on another one while its old Receive still waits here: the new one wins.
            long mine = ++receiver;
            changed.signalAll();
            long deadline = System.nanoTime() + timeout.toNanos();
            if (available(wanted) == 0 && exitCode.isEmpty() && !aborted) {
                waiting.run();
            }
            while (available(wanted) == 0 && exitCode.isEmpty()) {
                awaitAsReceiver(mine, deadline);
                if (System.nanoTime() >= deadline && available(wanted) == 0 && exitCode.isEmpty() && !aborted) {
                    throw Faults.timedOut();
                }
            }
            long gathered = Math.min(deadline, System.nanoTime() + gathering.toNanos());
            int enough = Math.min(capacity, budget / 4 * 3);
            while (exitCode.isEmpty() && available(wanted) < enough && System.nanoTime() < gathered) {
                awaitAsReceiver(mine, gathered);
            }
            if (aborted || mine != receiver) {
                throw Faults.aborted();
            }
            List<Segment> taken = takeUpTo(wanted, budget);
            changed.signalAll();
            boolean done = exitCode.isPresent() && available(wanted) == 0;
            doneFetched = done;
            return new Batch(taken, done ? exitCode : OptionalInt.empty());
        } finally {
            lock.unlock();
        }
    }

    private void awaitAsReceiver(long mine, long deadline) throws FaultException {
        if (aborted || mine != receiver) {
            throw Faults.aborted();
        }
        try {
            long left = deadline - System.nanoTime();
            if (left > 0) {
                changed.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.aborted();
        }
        if (aborted || mine != receiver) {
            throw Faults.aborted();
        }
    }

    private int available(Set<String> wanted) {
        if (wanted.size() > 1) {
            return size;
        }
        return segments.stream().filter(s -> wanted.contains(s.stream)).mapToInt(s -> s.length).sum();
    }

    private List<Segment> takeUpTo(Set<String> wanted, int budget) {
        List<Segment> taken = new ArrayList<>();
        int left = budget;
        Iterator<Segment> all = segments.iterator();
        while (all.hasNext()) {
            Segment s = all.next();
            if (!wanted.contains(s.stream)) {
                continue;
            }
            int fits = (left - ELEMENT_OVERHEAD) / 4 * 3;
            if (fits <= 0) {
                break;
            }
            int count = Math.min(fits, s.length);
            if (count == s.length) {
                all.remove();
                taken.add(s);
            } else {
                taken.add(new Segment(s.stream, s.data, s.offset, count));
                s.offset += count;
                s.length -= count;
            }
            size -= count;
            left -= ELEMENT_OVERHEAD + (count + 2) / 3 * 4;
        }
        return taken;
    }
}
