package org.poshremote.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What was asked of the node, in the order of arrival, so that tests can count. It holds names and sizes: never a body, a header
 * or a secret. An entry is there as soon as its request is understood, and is complete before its reply leaves.
 */
public final class RequestLog {
    private static final int KEPT = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Entry> entries = new ArrayList<>();
    private long number;

    /**
     * @param number       from 1, over all connections
     * @param connection   the connection's number, from 1
     * @param operation    last part of the action ({@code Create}, {@code Receive} ...), {@code Identify}, {@code Authenticate} for a
     *                     leg of a login or a refused one, {@code Invalid} for what is none of these
     * @param scheme       first word of the {@code Authorization} header, empty without one
     * @param requestBytes over the wire, head included, before TLS
     * @param status       empty while the node works on it, and where the connection was reset instead of a reply
     * @param faultCode    WSManFault code of the reply, where it was a fault
     * @param replyBytes   over the wire, head included, before TLS
     * @param injected     name of the {@link InjectedFault}
     * @param hanging      whether the node waits for output before it can answer
     */
    public record Entry(long number, int connection, boolean https, String operation, String scheme, long requestBytes, OptionalInt status,
            OptionalLong faultCode, long replyBytes, Optional<String> injected, boolean hanging, boolean complete) {
        Entry completed(OptionalInt newStatus, OptionalLong newFaultCode, long bytes) {
            return new Entry(number, connection, https, operation, scheme, requestBytes, newStatus, newFaultCode, bytes, injected, false, true);
        }

        Entry waiting() {
            return new Entry(number, connection, https, operation, scheme, requestBytes, status, faultCode, replyBytes, injected, true, false);
        }
    }

    Entry begin(int connection, boolean https, String operation, String scheme, long requestBytes, Optional<String> injected) {
        lock.lock();
        try {
            Entry entry = new Entry(++number, connection, https, operation, scheme, requestBytes, OptionalInt.empty(), OptionalLong.empty(), 0,
                    injected, false, false);
            entries.add(entry);
            if (entries.size() > KEPT) { // a node may run for weeks in a terminal
                entries.subList(0, KEPT / 10).clear();
            }
            changed.signalAll();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    void complete(Entry entry, OptionalInt status, OptionalLong faultCode, long replyBytes) {
        replace(entry.completed(status, faultCode, replyBytes));
    }

    void hangs(Entry entry) {
        replace(entry.waiting());
    }

    private void replace(Entry entry) {
        lock.lock();
        try {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).number() == entry.number()) {
                    entries.set(i, entry);
                    break;
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The requests so far, at most the last 100,000. */
    public List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** The operations so far, in the order of arrival. */
    public List<String> operations() {
        return entries().stream().map(Entry::operation).toList();
    }

    public int count(String operation) {
        return (int) entries().stream().filter(e -> e.operation().equals(operation)).count();
    }

    public int requests() {
        return entries().size();
    }

    /** How many connections brought a request. */
    public int connections() {
        return (int) entries().stream().mapToInt(Entry::connection).distinct().count();
    }

    /** Forgets the entries; numbers go on. */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the entries are as wanted, for example until a Receive hangs.
     *
     * @return whether they became so in time
     */
    public boolean await(Predicate<List<Entry>> wanted, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!wanted.test(List.copyOf(entries))) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a request of this operation hangs: a Receive whose command is there but has no output yet. */
    public boolean awaitHanging(String operation, Duration timeout) throws InterruptedException {
        return await(all -> all.stream().anyMatch(e -> e.operation().equals(operation) && e.hanging()), timeout);
    }
}
