package org.poshremote.wsman.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.poshremote.wsman.Endpoint;

/** Where a lane's bytes go: straight to the node, or through a proxy or tunnel. What it waits for ends when the deadline is called off. */
@FunctionalInterface
public interface LaneConnector {
    /** Tries the addresses of the host one after the other, as long as the deadline allows. */
    LaneConnector DIRECT = (endpoint, deadline) -> {
        String host = endpoint.host().startsWith("[") ? endpoint.host().substring(1, endpoint.host().length() - 1) : endpoint.host();
        IOException first = null;
        for (InetAddress address : Detached.call(() -> InetAddress.getAllByName(host), unwanted -> { }, deadline)) {
            Socket socket = new Socket();
            try (Deadline.Hold hold = deadline.hold(socket)) {
                socket.connect(new InetSocketAddress(address, endpoint.port()), deadline.remainingMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
                if (deadline.calledOff()) {
                    break;
                }
            }
        }
        throw first == null ? new IOException("no address for " + host) : first;
    };

    /** A connected socket, which the lane closes. */
    Socket connect(Endpoint endpoint, Deadline deadline) throws IOException;
}
