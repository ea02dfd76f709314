package org.poshremote.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.poshremote.demo.NodeFlaws.PortFlaw;

/** A port of the node on which something other than its WinRM service answers. */
final class OddPort implements PortListener {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int RSA_AES_128_GCM = 0x009C;
    private static final int RSA_AES_128_CBC = 0x002F;

    private final ServerSocket server;
    private final PortFlaw flaw;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private OddPort(ServerSocket server, PortFlaw flaw) {
        this.server = server;
        this.flaw = flaw;
    }

    static OddPort open(int port, PortFlaw flaw) throws IOException {
        OddPort odd = new OddPort(NodeListener.bound(new ServerSocket(), port), flaw);
        Thread.ofPlatform().daemon().name("demo-node-odd-port").start(odd::accept);
        return odd;
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            switch (flaw) {
                case RESET -> {
                    socket.getInputStream().read();
                    socket.setSoLinger(true, 0);
                }
                case CLOSE -> socket.getInputStream().read(new byte[64 * 1024]);
                case SILENT -> waitForEnd(socket);
                case SSH -> {
                    socket.getOutputStream().write("SSH-2.0-OpenSSH_for_Windows_8.1\r\n".getBytes(StandardCharsets.US_ASCII));
                    waitForEnd(socket);
                }
                default -> hello(socket);
            }
        } catch (IOException e) {
            // the client went away
        } finally {
            open.remove(socket);
        }
    }

    private static void waitForEnd(Socket socket) throws IOException {
        byte[] bytes = new byte[8192];
        while (socket.getInputStream().read(bytes) >= 0) {
            // whatever it says
        }
    }

    /** Answers a ClientHello (RFC 5246 7.4.1) as an old Windows does, as far as the choice of version and suite. */
    private void hello(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        if (in.readUnsignedByte() != 22) {
            return; // not TLS: the connection ends, as HTTP.sys ends it
        }
        in.skipNBytes(2);
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        Set<Integer> offered = suites(message);
        int suite = offered.contains(RSA_AES_128_GCM) && flaw == PortFlaw.RSA_TLS ? RSA_AES_128_GCM : RSA_AES_128_CBC;
        boolean old = flaw == PortFlaw.OLD_TLS;
        if (!old && !offered.contains(suite)) {
            socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40}); // fatal alert: handshake_failure
            return;
        }
        socket.getOutputStream().write(serverHello(old ? 0x0301 : 0x0303, offered.contains(suite) ? suite : offered.iterator().next()));
        waitForEnd(socket);
    }

    private static Set<Integer> suites(byte[] message) {
        Set<Integer> suites = new TreeSet<>();
        int at = 4 + 2 + 32;
        at += 1 + (message[at] & 0xFF);
        int end = at + 2 + ((message[at] & 0xFF) << 8 | message[at + 1] & 0xFF);
        for (at += 2; at < end; at += 2) {
            suites.add((message[at] & 0xFF) << 8 | message[at + 1] & 0xFF);
        }
        return suites;
    }

    private static byte[] serverHello(int version, int suite) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        u16(body, version);
        body.writeBytes(new byte[32]);
        body.write(0); // no session
        u16(body, suite);
        body.write(0); // no compression
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(22);
        u16(record, version);
        u16(record, body.size() + 4);
        record.write(2); // server_hello
        record.write(0);
        u16(record, body.size());
        record.writeBytes(body.toByteArray());
        return record.toByteArray();
    }

    private static void u16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
