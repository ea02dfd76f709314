package org.poshremote.core.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A forwarded connection (RFC 4254 7.2) as a lane knows sockets; no port of this machine listens for it. */
final class ChannelSocket extends Socket {
    private final ChannelDirectTCPIP channel;
    private final StreamBuffer incoming;
    private final OutputStream outgoing;
    private final InputStream source;
    private volatile int timeoutMillis;
    private volatile boolean closed;

    /** @param incoming what the channel writes into */
    ChannelSocket(ChannelDirectTCPIP channel, StreamBuffer incoming) throws IOException {
        this.channel = channel;
        this.incoming = incoming;
        this.outgoing = flushing(channel.getOutputStream());
        this.source = incoming.source(() -> timeoutMillis);
    }

    /** JSch gathers until it is told to send, and TLS does not tell after every record. */
    private static OutputStream flushing(OutputStream channel) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                channel.write(b);
                channel.flush();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                channel.write(bytes, offset, length);
                channel.flush();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return source;
    }

    @Override
    public OutputStream getOutputStream() {
        return outgoing;
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // the session's connection has it
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {
        // an SSH channel has none
    }

    @Override
    public void setKeepAlive(boolean on) {
        // the session asks by itself
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return false;
    }

    @Override
    public boolean isOutputShutdown() {
        return false;
    }

    @Override
    public void shutdownOutput() throws IOException {
        if (closed) {
            throw new SocketException("closed");
        }
        outgoing.close();
    }

    @Override
    public void shutdownInput() {
        incoming.abandon();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            incoming.abandon();
            // a thread of its own: a writer may hold the channel until the session notices
            Thread.ofVirtual().name("poshremote-ssh-close").start(channel::disconnect);
        }
    }

    @Override
    public String toString() {
        return "SSH channel " + channel.getId();
    }
}
