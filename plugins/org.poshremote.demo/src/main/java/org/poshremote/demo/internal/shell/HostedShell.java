package org.poshremote.demo.internal.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.process.ProgramResolver;

/** One shell: of WinRS with its commands, or of PowerShell remoting with what it has to say itself. */
public final class HostedShell {
    private final String id;
    private final ShellSettings settings;
    private final Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, HostedCommand> commands = new LinkedHashMap<>();
    private final BlockingQueue<byte[]> words = new LinkedBlockingQueue<>();
    private final long created;
    private long lastUse;
    private int operationsInProgress;
    private int commandsStarted;
    private boolean closed;

    HostedShell(String id, ShellSettings settings, long now) {
        this.id = id;
        this.settings = settings;
        environment.putAll(settings.environment());
        created = now;
        lastUse = now;
    }

    public String id() {
        return id;
    }

    public ShellSettings settings() {
        return settings;
    }

    Map<String, String> environment() {
        return Collections.unmodifiableMap(environment);
    }

    /** Keeps something for the next {@link #hear}. */
    public void say(byte[] message) {
        words.add(message);
    }

    /** What the shell itself says next, as soon as it does. */
    public Optional<byte[]> hear(Duration patience) throws InterruptedException {
        return Optional.ofNullable(words.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    public HostedCommand start(String commandId, String commandLine, boolean consoleMode, int maxProcesses, ProgramResolver programs)
            throws FaultException {
        HostedCommand command = new HostedCommand(commandId, commandLine, consoleMode, this, programs);
        synchronized (this) {
            if (closed) {
                throw Faults.unknownShell(id);
            }
            if (commands.values().stream().filter(HostedCommand::running).count() >= maxProcesses) {
                throw Faults.maxProcesses();
            }
            if (commands.putIfAbsent(commandId, command) != null) {
                throw Faults.incorrectParameter();
            }
            commandsStarted++;
        }
        command.start();
        return command;
    }

    public synchronized HostedCommand command(String commandId) throws FaultException {
        HostedCommand command = commands.get(commandId);
        if (command == null) {
            throw Faults.unknownCommand();
        }
        return command;
    }

    public void control(String commandId) throws FaultException {
        HostedCommand command = command(commandId);
        if (command.running()) {
            command.controlKey();
        }
    }

    /** Ends and forgets the command. */
    public void terminate(String commandId) throws FaultException {
        HostedCommand command;
        synchronized (this) {
            command = command(commandId);
            commands.remove(commandId);
        }
        command.terminate();
    }

    synchronized int commandsStarted() {
        return commandsStarted;
    }

    synchronized void began(long now) {
        operationsInProgress++;
        lastUse = now;
    }

    synchronized void ended(long now) {
        operationsInProgress--;
        lastUse = now;
    }

    synchronized boolean idleSince(long now) {
        return operationsInProgress == 0 && now - lastUse > settings.idleTimeout().toNanos();
    }

    public synchronized long ageNanos(long now) {
        return now - created;
    }

    public synchronized long inactivityNanos(long now) {
        return now - lastUse;
    }

    void close() {
        List<HostedCommand> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(commands.values());
            commands.clear();
        }
        all.forEach(HostedCommand::terminate);
    }
}
