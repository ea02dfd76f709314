package org.poshremote.core.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.ssh.SshException.Reason;
import org.poshremote.core.target.JumpHost;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.http.CallOff;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.Detached;
import org.poshremote.wsman.http.LaneConnector;

/**
 * One connection to an SSH server, on which channels are opened: for a run, all of them on the same. Where it was lost the next
 * channel makes it again, with what was asked for before. {@link #close} may be called from any thread and ends what is going on.
 * Thread-safe.
 */
public final class SshSession implements AutoCloseable {
    /** Asked after this much silence whether the server is still there, given up after three times. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final int INCOMING = 1 << 20;

    private final JumpHost account;
    private final String words;
    private final Duration timeout;
    private final SshLogin login;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile Optional<Session> session = Optional.empty();
    private final CallOff ending = new CallOff();

    /**
     * @param words   for people: "the jump host me@jump.example"
     * @param towards how the server is reached
     */
    public SshSession(JumpHost account, String words, PathContext context, SshPassword password, LaneConnector towards) {
        this.account = account;
        this.words = words;
        this.timeout = context.connectTimeout();
        this.login = new SshLogin(account, words, context, password, towards);
    }

    /** Connects and signs in, asking where it has to. Does nothing where that stands already. */
    public void open() throws SshException {
        session(true);
    }

    /** "key" or "password", once signed in. */
    public Optional<String> signedInBy() {
        return login.by();
    }

    /** A session that stands. */
    private Session session(boolean mayAsk) throws SshException {
        opening.lock();
        try {
            if (session.filter(Session::isConnected).isPresent()) {
                return session.get();
            }
            if (ending.called()) {
                throw closedHere(null);
            }
            Session fresh = login.connect(mayAsk);
            fresh.setServerAliveCountMax(3);
            try {
                fresh.setServerAliveInterval((int) KEEP_ALIVE.toMillis());
            } catch (JSchException e) {
                throw lost(e);
            }
            session = Optional.of(fresh);
            if (ending.called()) {
                fresh.disconnect();
                throw closedHere(null);
            }
            return fresh;
        } finally {
            opening.unlock();
        }
    }

    /** Whether the connection stands. */
    public boolean connected() {
        return session.filter(Session::isConnected).isPresent();
    }

    /** A connection to the node from the server, as a socket that no port of this machine listens for. */
    public Socket tunnel(Endpoint node, Deadline deadline) throws IOException {
        Session open = session(false);
        StreamBuffer incoming = new StreamBuffer(INCOMING);
        ChannelDirectTCPIP channel = channel(open, "direct-tcpip", ChannelDirectTCPIP.class);
        channel.setHost(node.host().replaceAll("^\\[|]$", ""));
        channel.setPort(node.port());
        channel.setOutputStream(incoming.sink());
        try {
            connect(channel, deadline);
            return new ChannelSocket(channel, incoming);
        } catch (IOException e) {
            channel.disconnect();
            throw notForwarded(open, channel, node, deadline, e);
        }
    }

    /** JSch waits for the server's answer even where the channel or the session has ended meanwhile. */
    private void connect(Channel channel, Deadline deadline) throws IOException {
        int millis = deadline.remainingMillis();
        Detached.call(() -> {
            channel.connect(millis);
            return channel;
        }, Channel::disconnect, deadline.unless(ending));
    }

    private SshException notForwarded(Session open, Channel channel, Endpoint node, Deadline deadline, IOException e) {
        if (ending.called()) {
            return closedHere(e);
        }
        if (!open.isConnected()) {
            return lost(e);
        }
        String to = node.authority();
        return switch (channel.getExitStatus()) { // where JSch puts the reason code of a refused channel (RFC 4254 5.1)
            case 1 -> new SshException(Reason.FORWARDING_DENIED, capital(words) + " signed in, but does not forward to " + to
                + ": its rules forbid it (AllowTcpForwarding, PermitOpen).", e);
            case 2 -> new SshException(Reason.NODE_UNREACHABLE, capital(words) + " signed in, but did not reach " + to + ".", e);
            default -> deadline.passed()
                ? new SshException(Reason.TIMEOUT, capital(words) + " did not connect to " + to + " in time.", e)
                : new SshException(Reason.FORWARDING_DENIED, capital(words) + " signed in, but opened no connection to " + to + ".", e);
        };
    }

    /**
     * Starts a command; its standard streams go where they are told.
     *
     * @param out    gets standard output; closed at its end
     * @param errors gets standard error; closed at its end
     */
    public SshCommand start(String commandLine, OutputStream out, OutputStream errors, Deadline deadline) throws SshException {
        Session open = session(false);
        ChannelExec channel = channel(open, "exec", ChannelExec.class);
        channel.setCommand(commandLine.getBytes(StandardCharsets.UTF_8));
        channel.setOutputStream(out);
        channel.setErrStream(errors);
        try {
            OutputStream in = channel.getOutputStream();
            connect(channel, deadline);
            return new SshCommand(open, channel, in);
        } catch (IOException e) {
            channel.disconnect();
            if (ending.called()) {
                throw closedHere(e);
            }
            throw open.isConnected() && !deadline.passed() ? new SshException(Reason.EXEC_DENIED, capital(words) + " signed in, but starts no command for this account.", e)
                : lost(e);
        }
    }

    private <T extends Channel> T channel(Session open, String kind, Class<T> type) throws SshException {
        try {
            return type.cast(open.openChannel(kind));
        } catch (JSchException e) {
            throw ending.called() ? closedHere(e) : lost(e);
        }
    }

    private SshException lost(Exception e) {
        return new SshException(Reason.LOST, "The connection to " + words + " was lost.", e);
    }

    private SshException closedHere(Exception e) {
        return new SshException(Reason.CLOSED, "The connection to " + words + " was closed.", e);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Ends the connection with all of its channels, and one that is being made. Idempotent. */
    @Override
    public void close() {
        ending.call();
        login.close();
        session.ifPresent(Session::disconnect);
    }

    @Override
    public String toString() {
        return "SSH to " + account;
    }
}
