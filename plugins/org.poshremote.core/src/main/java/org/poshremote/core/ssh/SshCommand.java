package org.poshremote.core.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A command that an SSH server runs (RFC 4254 6.5). Thread-safe. */
public final class SshCommand implements AutoCloseable {
    /** How long a lost connection may take to be known as one. */
    private static final int LOSS_MILLIS = 500;
    private final Session session;
    private final ChannelExec channel;
    private final OutputStream in;
    private boolean inputEnded;

    SshCommand(Session session, ChannelExec channel, OutputStream in) {
        this.session = session;
        this.channel = channel;
        this.in = in;
    }

    /** Standard input; blocks while the server takes no more. */
    public void send(byte[] data, int offset, int length, boolean end) throws IOException {
        synchronized (in) {
            if (inputEnded) {
                return;
            }
            in.write(data, offset, length);
            in.flush();
            if (end) {
                inputEnded = true;
                in.close();
            }
        }
    }

    /** Whether the server has said that the command has ended, or the connection is gone. */
    public boolean ended() {
        return channel.isClosed() || !channel.isConnected();
    }

    /**
     * After the end.
     *
     * @return unsigned 32 bit; empty where the command was ended by a signal or the connection was lost
     */
    public OptionalLong exitCode() {
        int status = channel.getExitStatus();
        if (status == -1 && (signal().isPresent() || lost())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(status & 0xFFFFFFFFL);
    }

    /** -1 may be an exit code, or none: JSch does not tell these apart, but a server always sends one unless it is gone. */
    private boolean lost() {
        try {
            for (int waited = 0; waited < LOSS_MILLIS && session.isConnected(); waited += 50) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !session.isConnected();
    }

    /** The signal that ended the command, such as "KILL" (RFC 4254 6.10). */
    public Optional<String> signal() {
        return Optional.ofNullable(channel.getExitSignal());
    }

    /** Whether the connection stands. */
    public boolean connected() {
        return session.isConnected();
    }

    /** Asks the server to send a signal (RFC 4254 6.9); servers on Windows are not known to. */
    public void signal(String name) throws IOException {
        try {
            channel.sendSignal(name);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // as JSch declares it
            throw new IOException(e);
        }
    }

    /** Closes the channel. Whether that ends the command is up to the server. */
    @Override
    public void close() {
        channel.disconnect();
    }
}
