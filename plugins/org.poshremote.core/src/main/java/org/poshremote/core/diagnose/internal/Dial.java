package org.poshremote.core.diagnose.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import org.poshremote.wsman.http.Deadline;

/** The one place of a diagnosis that opens plain sockets; each within a deadline and ended by a cancel. */
final class Dial {
    /** How a connection attempt ended; the socket where it is open. */
    record Result(String state, InetAddress address, String words) {
        boolean open() {
            return state.equals("open");
        }
    }

    private Dial() {
    }

    /** Tries and closes again. */
    static Result tryPort(Probe probe, InetAddress address, int port, Deadline deadline) {
        Socket socket = probe.register(new Socket());
        try {
            socket.connect(new InetSocketAddress(address, port), deadline.remainingMillis());
            return new Result("open", address, "");
        } catch (IOException e) {
            return new Result(state(e), address, text(e));
        } finally {
            probe.done(socket);
        }
    }

    /** The first address that takes the connection; the caller hands the socket to {@link Probe#done}. */
    static Socket open(Probe probe, List<InetAddress> addresses, int port, Deadline deadline) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress address : addresses) {
            Socket socket = probe.register(new Socket());
            try {
                socket.connect(new InetSocketAddress(address, port), deadline.remainingMillis());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(deadline.remainingMillis());
                return socket;
            } catch (IOException e) {
                probe.done(socket);
                last = e;
            }
        }
        throw last;
    }

    /** "refused", "timeout", "unreachable", "reset". */
    static String state(IOException e) {
        String text = text(e).toLowerCase(Locale.ROOT);
        return switch (e) {
            case SocketTimeoutException timeout -> "timeout";
            case NoRouteToHostException route -> "unreachable";
            case PortUnreachableException port -> "unreachable";
            case ConnectException connect when text.contains("timed out") -> "timeout";
            case ConnectException connect when text.contains("unreachable") -> "unreachable";
            case ConnectException connect -> "refused";
            case SocketException socket when text.contains("unreachable") || text.contains("permission denied") -> "unreachable";
            default -> "reset";
        };
    }

    static String text(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
