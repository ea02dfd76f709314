package org.poshremote.demo.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;

/** The shells of the node, with the quotas of MS-WSMV 2.2.4.42. */
public final class ShellTable {
    private final Map<String, HostedShell> shells = new LinkedHashMap<>();
    private final int maxShells;
    private final int maxOperations;
    private final LongSupplier clock;

    /** @param clock monotonic, in nanoseconds */
    public ShellTable(int maxShells, int maxOperations, LongSupplier clock) {
        this.maxShells = maxShells;
        this.maxOperations = maxOperations;
        this.clock = clock;
    }

    public HostedShell create(String id, ShellSettings settings) throws FaultException {
        reap();
        synchronized (this) {
            if (shells.size() >= maxShells) {
                throw Faults.maxShells(maxShells);
            }
            if (shells.containsKey(id)) {
                throw Faults.incorrectParameter();
            }
            HostedShell shell = new HostedShell(id, settings, clock.getAsLong());
            shells.put(id, shell);
            return shell;
        }
    }

    /** Finds a shell and keeps it from being reaped until the {@link Use} is closed. */
    public Use use(String id) throws FaultException {
        reap();
        synchronized (this) {
            HostedShell shell = shells.get(id);
            if (shell == null) {
                throw Faults.unknownShell(id);
            }
            shell.began(clock.getAsLong());
            return new Use(shell);
        }
    }

    public final class Use implements AutoCloseable {
        private final HostedShell shell;

        private Use(HostedShell shell) {
            this.shell = shell;
        }

        public HostedShell shell() {
            return shell;
        }

        @Override
        public void close() {
            shell.ended(clock.getAsLong());
        }
    }

    /**
     * A started command counts against the user's operations until its shell is gone: a terminate signal does not give it back
     * (MS-WSMV, product behaviour 118).
     */
    public synchronized void checkOperations() throws FaultException {
        if (shells.values().stream().mapToInt(HostedShell::commandsStarted).sum() >= maxOperations) {
            throw Faults.maxOperations(maxOperations);
        }
    }

    public void delete(String id) throws FaultException {
        HostedShell shell;
        synchronized (this) {
            shell = shells.remove(id);
        }
        if (shell == null) {
            throw Faults.unknownShell(id);
        }
        shell.close();
    }

    public synchronized int size() {
        return shells.size();
    }

    public long now() {
        return clock.getAsLong();
    }

    /** Closes the shells whose idle time-out has passed; done before each use and now and then. */
    public void reap() {
        List<HostedShell> idle;
        synchronized (this) {
            long now = clock.getAsLong();
            idle = shells.values().stream().filter(s -> s.idleSince(now)).toList();
            idle.forEach(s -> shells.remove(s.id()));
        }
        idle.forEach(HostedShell::close);
    }

    public void closeAll() {
        List<HostedShell> all;
        synchronized (this) {
            all = List.copyOf(shells.values());
            shells.clear();
        }
        all.forEach(HostedShell::close);
    }
}
