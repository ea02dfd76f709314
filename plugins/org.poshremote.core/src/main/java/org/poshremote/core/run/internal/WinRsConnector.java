package org.poshremote.core.run.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.core.connection.Connections;
import org.poshremote.core.connection.NodeFaults;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.RunFailure.Kind;
import org.poshremote.core.run.RunSettings;
import org.poshremote.core.path.Way;
import org.poshremote.core.ssh.SshException;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.http.WireLog;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.Signal;
import org.poshremote.wsman.winrs.StreamChunk;
import org.poshremote.wsman.winrs.WinRs;

/** Runs over the command shell of WinRM. Holds the password until it is closed, after the run. */
public final class WinRsConnector implements NodeConnector {
    private final Target target;
    private final CredentialSource credentials;
    private final RunSettings settings;
    private final WireLog wireLog;
    private final Way way;
    private Optional<Secret> password = Optional.empty();
    private Optional<Secret> keyPassword = Optional.empty();

    /** @param way from here to the target, which the connector closes */
    public WinRsConnector(Target target, CredentialSource credentials, RunSettings settings, WireLog wireLog, Way way) {
        this.target = target;
        this.credentials = credentials;
        this.settings = settings;
        this.wireLog = wireLog;
        this.way = way;
    }

    @Override
    public String authentication(Optional<String> before) {
        return SignIn.expected(target, before);
    }

    @Override
    public Optional<String> signedInBy() {
        return SignIn.remembered(target);
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
    public NodeConnection connect(Target ignored) throws NodeException {
        boolean needed = SignIn.needsPassword(target);
        password = needed ? credentials.password(target) : Optional.empty();
        if (needed && password.isEmpty()) {
            throw new NodeException(Kind.SIGN_IN, "No password was given for " + target.user() + " on " + target.name() + ".",
                    Optional.empty(), 0, false, null);
        }
        boolean locked = SignIn.needsKeyPassword(target);
        keyPassword = locked ? credentials.keyPassword(target) : Optional.empty();
        if (locked && keyPassword.isEmpty()) {
            throw new NodeException(Kind.SIGN_IN, "No password was given for the key of " + SignIn.account(target) + ", by which "
                    + target.name() + " is signed in to.", Optional.empty(), 0, false, null);
        }
        password.ifPresent(wireLog::hide);
        keyPassword.ifPresent(wireLog::hide);
        return new Connection(new WinRs(Connections.settings(target, SignIn.factory(target, password, keyPassword))
                .withTimeouts(settings.connectTimeout(), settings.readTimeout(), settings.operationTimeout())
                .withConnector((endpoint, deadline) -> way.connector().connect(endpoint, deadline))
                .withWireLog(wireLog)), way);
    }

    @Override
    public void close() {
        password.ifPresent(Secret::close);
        keyPassword.ifPresent(Secret::close);
        way.forget();
    }

    private record Connection(WinRs client, Way way) implements NodeConnection {
        @Override
        public Shell open(ShellPlan plan) throws NodeException {
            openWay(way);
            try {
                return new RemoteShell(client.open(new ShellOptions(plan.codePage(), false, plan.workingFolder(),
                        plan.environment(), plan.idleTimeout())));
            } catch (WsmanException e) {
                throw failure(e);
            }
        }

        @Override
        public int requests() {
            return client.requests();
        }

        @Override
        public void close() {
            client.close();
            way.close();
        }
    }

    /** Here and not earlier: from now on a cancel reaches it. */
    static void openWay(Way way) throws NodeException {
        try {
            way.open();
        } catch (SshException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new NodeException(Kind.CONNECT, sentence(e.getMessage()), Optional.empty(), 0, false, e);
        }
    }

    /** Of an SSH server that is the node, or on the way to it. */
    static NodeException failure(SshException e) {
        Kind kind = switch (e.reason()) {
            case SIGN_IN, HELD_BACK -> Kind.SIGN_IN;
            case CLOSED -> Kind.CANCELLED;
            default -> Kind.CONNECT;
        };
        Throwable cause = e.getCause() instanceof AuthenticationException authentication ? authentication : e;
        return new NodeException(kind, sentence(e.getMessage()), NodeFaults.remedy(e), 0, false, cause);
    }

    private record RemoteShell(org.poshremote.wsman.winrs.Shell shell) implements NodeConnection.Shell {
        @Override
        public NodeConnection.Command start(String commandLine, boolean consoleModeStdin) throws NodeException {
            try {
                return new Process(shell.start(commandLine, consoleModeStdin));
            } catch (WsmanException e) {
                throw failure(e);
            }
        }

        @Override
        public void delete() throws NodeException {
            try {
                shell.delete();
            } catch (WsmanException e) {
                throw failure(e);
            }
        }
    }

    private record Process(RemoteCommand command) implements NodeConnection.Command {
        @Override
        public int sendSize() {
            return command.sendSize();
        }

        @Override
        public void send(byte[] data, int offset, int length, boolean end) throws NodeException {
            try {
                command.send(data, offset, length, end);
            } catch (WsmanException e) {
                throw failure(e);
            }
        }

        @Override
        public NodeConnection.Answer receive() throws NodeException {
            try {
                Received received = command.receive();
                List<NodeConnection.Piece> pieces = new ArrayList<>(received.chunks().size());
                for (StreamChunk chunk : received.chunks()) {
                    pieces.add(new NodeConnection.Piece(chunk.stream().equals("stderr"), chunk.data()));
                }
                return new NodeConnection.Answer(pieces, received.state() == CommandState.DONE, received.exitCode());
            } catch (WsmanException e) {
                throw failure(e);
            }
        }

        @Override
        public int resumptions() {
            return command.resumptions();
        }

        @Override
        public void terminate() throws NodeException {
            signal(Signal.TERMINATE);
        }

        @Override
        public void interrupt() throws NodeException {
            signal(Signal.CTRL_C);
        }

        private void signal(Signal signal) throws NodeException {
            try {
                command.signal(signal);
            } catch (WsmanException e) {
                throw failure(e);
            }
        }
    }

    private static NodeException failure(WsmanException e) {
        Kind kind = switch (e) {
            case TransportException transport -> switch (transport.kind()) {
                case CANCELLED -> Kind.CANCELLED;
                case NOT_HTTP, NOT_SOAP, TOO_LARGE -> Kind.PROTOCOL;
                default -> Kind.CONNECT;
            };
            case AuthenticationException authentication -> Kind.SIGN_IN;
            case HttpStatusException status -> Kind.NODE;
            case FaultException fault -> Kind.NODE;
        };
        long code = e instanceof FaultException fault ? fault.fault().code() : 0;
        String message = e instanceof FaultException ? e.endpoint() + " answered with fault " + e.getMessage() : e.getMessage();
        return new NodeException(kind, sentence(message), NodeFaults.remedy(e), code, e.requestSent(), e);
    }

    private static String sentence(String message) {
        String text = message == null ? "" : message.strip();
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }
}
