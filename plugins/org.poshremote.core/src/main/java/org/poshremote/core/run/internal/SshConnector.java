package org.poshremote.core.run.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.path.Way;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunFailure.Kind;
import org.poshremote.core.ssh.SshCommand;
import org.poshremote.core.ssh.SshException;
import org.poshremote.core.ssh.SshPassword;
import org.poshremote.core.ssh.SshSession;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.Deadline;

/**
 * Runs over the node's own SSH server: the bootstrap is a command there, on whose standard streams the run protocol is spoken as
 * over WinRS ({@code docs/run-protocol.md}, "Over SSH").
 */
public final class SshConnector implements NodeConnector {
    private static final String WORDS = "SSH";
    private final Target target;
    private final Way way;
    private final SshSession session;
    private final Duration patience;

    /** @param way from here to the target, which the connector closes */
    public SshConnector(Target target, CredentialSource credentials, RunContext context, Way way) {
        this.target = target;
        this.way = way;
        this.patience = context.settings().connectTimeout();
        PathContext path = context.path().withConnectTimeout(patience);
        JumpHost account = new JumpHost(target.user().isBlank() ? "-" : target.user(), target.host().replaceAll("^\\[|]$", ""), target.port());
        session = new SshSession(account, target.name(), path, password(credentials), (endpoint, deadline) -> way.connector().connect(endpoint, deadline));
    }

    private SshPassword password(CredentialSource credentials) {
        return new SshPassword() {
            @Override
            public Optional<Secret> get() {
                return credentials.password(target);
            }
        };
    }

    @Override
    public String authentication(Optional<String> before) {
        return before.filter(words -> words.startsWith(WORDS)).orElse(WORDS);
    }

    @Override
    public Optional<String> signedInBy() {
        return session.signedInBy().map(method -> WORDS + ", " + method);
    }

    @Override
    public Optional<String> refusal() {
        return SignIn.of(target).refusal().or(way::refusal);
    }

    @Override
    public String way() {
        return way.words();
    }

    @Override
    public NodeConnection connect(Target ignored) {
        return new Connection();
    }

    @Override
    public void close() {
        session.close();
        way.forget();
    }

    /** The session, which stands from the first shell on. */
    private final class Connection implements NodeConnection {
        private final AtomicInteger commands = new AtomicInteger();

        @Override
        public Shell open(ShellPlan plan) throws NodeException {
            WinRsConnector.openWay(way);
            try {
                session.open();
                return new Place(commands);
            } catch (SshException e) {
                throw WinRsConnector.failure(e);
            }
        }

        @Override
        public int requests() {
            return commands.get();
        }

        @Override
        public void close() {
            session.close();
            way.close();
        }
    }

    /** SSH has no shells that outlive a command; what there is to delete is the command itself. */
    private final class Place implements NodeConnection.Shell {
        private final AtomicInteger commands;
        private volatile Optional<Process> process = Optional.empty();

        Place(AtomicInteger commands) {
            this.commands = commands;
        }

        @Override
        public NodeConnection.Command start(String commandLine, boolean consoleModeStdin) throws NodeException {
            commands.incrementAndGet();
            PieceQueue pieces = new PieceQueue();
            try {
                SshCommand command = session.start(commandLine, pieces.stream(false), pieces.stream(true), Deadline.in(patience));
                Process started = new Process(command, pieces, commands);
                process = Optional.of(started);
                if (consoleModeStdin) { // a batch without input: there is no console, so it gets the end of the stream
                    started.send(new byte[0], 0, 0, true);
                }
                return started;
            } catch (SshException e) {
                throw WinRsConnector.failure(e);
            }
        }

        @Override
        public void delete() throws NodeException {
            if (process.isPresent()) {
                process.get().end();
            }
        }
    }

    private final class Process implements NodeConnection.Command {
        private static final int SEND_SIZE = 32 * 1024;
        private static final long LISTEN_MILLIS = 5_000;
        private static final long SIGNAL_MILLIS = 2_000;
        private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);
        /** Done, and no such process. */
        private static final Set<Long> TASKKILL_DONE = Set.of(0L, 128L);
        private final SshCommand command;
        private final PieceQueue pieces;
        private final AtomicInteger commands;
        private volatile Optional<Integer> processId = Optional.empty();
        private volatile boolean killed;
        private volatile boolean finished;

        Process(SshCommand command, PieceQueue pieces, AtomicInteger commands) {
            this.command = command;
            this.pieces = pieces;
            this.commands = commands;
        }

        @Override
        public int sendSize() {
            return SEND_SIZE;
        }

        @Override
        public void send(byte[] data, int offset, int length, boolean end) throws NodeException {
            try {
                command.send(data, offset, length, end);
            } catch (IOException e) {
                if (command.connected()) {
                    return; // the process has ended, or reads no more: what it wrote and its exit code say why
                }
                throw lost(e);
            }
        }

        @Override
        public NodeConnection.Answer receive() throws NodeException {
            try {
                List<NodeConnection.Piece> came = pieces.take(LISTEN_MILLIS);
                if (!came.isEmpty() || !pieces.ended()) {
                    return new NodeConnection.Answer(came, false, OptionalLong.empty());
                }
                // both streams have ended: the exit code comes right after
                for (int waited = 0; waited < LISTEN_MILLIS && !command.ended(); waited += 10) {
                    Thread.sleep(10);
                }
                if (!command.ended()) {
                    return new NodeConnection.Answer(List.of(), false, OptionalLong.empty());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NodeException(Kind.CANCELLED, "The run was interrupted.", Optional.empty(), 0, true, e);
            }
            OptionalLong code = command.exitCode();
            if (code.isEmpty() && command.signal().isEmpty()) {
                throw lost(null);
            }
            finished = true;
            if (code.isEmpty() && !killed) {
                throw new NodeException(Kind.NODE, "The process on " + target.name() + " was ended there by signal " + command.signal().get() + ".",
                    Optional.empty(), 0, true, null);
            }
            return new NodeConnection.Answer(List.of(), true, code);
        }

        private NodeException lost(IOException e) {
            return new NodeException(Kind.CONNECT, "The SSH connection to " + target.name() + " was lost.", Optional.empty(), 0, true, e);
        }

        /** SSH tells when the connection is lost; nothing is made again under a running command. */
        @Override
        public int resumptions() {
            return 0;
        }

        @Override
        public void greeted(NodeGreeting greeting) {
            processId = greeting.processId();
        }

        /**
         * Servers on Windows pass no signals on, so the process is ended by its number, by a command of its own; elsewhere that
         * command is not there, and the process group gets a signal. Also over a new connection, where the first was lost.
         */
        @Override
        public synchronized void terminate() throws NodeException {
            if (finished || killed) {
                return;
            }
            if (processId.isEmpty()) { // no PowerShell yet, or a batch
                trySignal("KILL");
                return;
            }
            int number = processId.get();
            try {
                killed = TASKKILL_DONE.contains(run("taskkill /F /T /PID " + number))
                    || run("kill -9 -$(ps -o pgid= -p " + number + " | tr -d ' ') || kill -9 " + number + " || ! kill -0 " + number) == 0;
            } catch (SshException e) {
                throw WinRsConnector.failure(e);
            }
            if (!killed) {
                throw new NodeException(Kind.NODE, "Process " + number + " on " + target.name() + " could not be ended.", Optional.empty(), 0, true, null);
            }
        }

        /** @return its exit code; 1 where it gave none in time */
        private long run(String line) throws SshException {
            commands.incrementAndGet();
            Deadline deadline = Deadline.in(KILL_PATIENCE);
            try (SshCommand helper = session.start(line, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), deadline)) {
                while (!helper.ended() && !deadline.passed()) {
                    Thread.sleep(10);
                }
                return helper.ended() ? helper.exitCode().orElse(1) : 1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }

        private void trySignal(String name) {
            try {
                command.signal(name);
            } catch (IOException e) {
                // the channel is closed next
            }
        }

        @Override
        public void interrupt() {
            trySignal("INT");
        }

        /** At the end of the run: nothing of it goes on. */
        void end() throws NodeException {
            try {
                terminate();
                if (!finished && !killed) {
                    awaitEnd();
                }
            } finally {
                pieces.abandon();
                command.close();
            }
        }

        /** Without a number nobody can be sure, unless the server says so. */
        private void awaitEnd() throws NodeException {
            try {
                for (int waited = 0; waited < SIGNAL_MILLIS && command.connected() && !command.ended(); waited += 10) {
                    Thread.sleep(10);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!command.connected() || !command.ended()) {
                throw new NodeException(Kind.NODE, "The SSH server of " + target.name() + " does not say whether the process has ended.", Optional.empty(), 0, true, null);
            }
        }
    }
}
