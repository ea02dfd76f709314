package org.poshremote.cli.process;

/** Being asked to end from outside: Ctrl-C, a terminate signal, a closed terminal. */
public interface Interrupts {
    /**
     * Calls the action, on a thread of its own, when this process is asked to end. The process then waits for the work to be
     * {@link Watch#close closed}, for a bounded time, so that it can put things in order.
     */
    Watch onInterrupt(Runnable action);

    /** Lasts as long as there is work that must not be left half done. */
    interface Watch extends AutoCloseable {
        /** Whether the action was called. */
        boolean interrupted();

        @Override
        void close();
    }
}
