package org.poshremote.demo.internal.shell;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;

/** Standard input of a command: what Send brought, until the program reads it. Bounded: a Send waits while it is full. */
final class InputPipe extends InputStream {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int position;
    private int size;
    private boolean ended;
    private boolean aborted;

    InputPipe(int capacity) {
        this.capacity = capacity;
    }

    /** Takes the whole piece or, when there is no room in time, none of it: a Send that failed may then be repeated. */
    void offer(byte[] bytes, boolean end, Duration timeout) throws FaultException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (size >= capacity && !aborted && !ended) {
                if (left <= 0) {
                    throw Faults.timedOut();
                }
                left = changed.awaitNanos(left);
            }
            if (aborted || ended && bytes.length > 0) {
                throw Faults.unknownCommand();
            }
            if (bytes.length > 0) {
                pieces.add(bytes);
                size += bytes.length;
            }
            ended |= end;
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.aborted();
        } finally {
            lock.unlock();
        }
    }

    void abort() {
        lock.lock();
        try {
            aborted = true;
            pieces.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws InterruptedIOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws InterruptedIOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            while (pieces.isEmpty() && !ended && !aborted) {
                changed.await();
            }
            if (aborted) {
                throw new InterruptedIOException("the command was ended from outside");
            }
            if (pieces.isEmpty()) {
                return -1;
            }
            byte[] first = pieces.peek();
            int count = Math.min(length, first.length - position);
            System.arraycopy(first, position, target, offset, count);
            position += count;
            size -= count;
            if (position == first.length) {
                pieces.remove();
                position = 0;
            }
            changed.signalAll();
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the command was ended from outside");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }
}
