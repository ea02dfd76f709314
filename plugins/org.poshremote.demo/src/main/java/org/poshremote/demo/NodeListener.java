package org.poshremote.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.internal.http.BadRequestException;
import org.poshremote.demo.internal.http.HttpLimits;
import org.poshremote.demo.internal.http.HttpReply;
import org.poshremote.demo.internal.http.HttpRequest;
import org.poshremote.demo.internal.http.HttpRequestReader;
import org.poshremote.demo.internal.tls.SecondHandshake;

/** One port on 127.0.0.1. */
final class NodeListener implements PortListener {
    /** HTTP.sys closes a connection on which nothing was asked for two minutes. */
    private static final int IDLE_MILLIS = 120_000;

    private final ServerSocket server;
    private final NodeCore core;
    private final IntSupplier connectionNumbers;
    private final Optional<X509Certificate> certificate;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private NodeListener(ServerSocket server, NodeCore core, IntSupplier connectionNumbers, Optional<X509Certificate> certificate) {
        this.server = server;
        this.core = core;
        this.connectionNumbers = connectionNumbers;
        this.certificate = certificate;
    }

    static NodeListener http(int port, NodeCore core, IntSupplier connectionNumbers) throws IOException {
        return started(new NodeListener(bound(new ServerSocket(), port), core, connectionNumbers, Optional.empty()));
    }

    static NodeListener https(int port, NodeCore core, IntSupplier connectionNumbers, SSLContext tls, X509Certificate certificate) throws IOException {
        SSLServerSocket socket = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        socket.setWantClientAuth(core.acceptors.stream().anyMatch(AcceptorFactory::wantsClientCertificate));
        return started(new NodeListener(bound(socket, port), core, connectionNumbers, Optional.of(certificate)));
    }

    static ServerSocket bound(ServerSocket socket, int port) throws IOException {
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port), 128);
            return socket;
        } catch (BindException e) {
            socket.close();
            throw new IOException("The demo node cannot listen on port " + port + " of 127.0.0.1: " + e.getMessage()
                    + ". Another program uses it, or it needs more rights; choose another port, or 0 for any that is free.", e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static NodeListener started(NodeListener listener) {
        Thread.ofPlatform().daemon().name("demo-node-accept").start(listener::accept);
        return listener;
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
                if (closed) {
                    socket.close();
                }
                // Platform threads: a hosted program that only computes keeps the few carriers of virtual threads to itself.
                Thread.ofPlatform().daemon().name("demo-node-connection").start(() -> serve(socket));
            } catch (IOException e) {
                if (!closed) {
                    NodeCore.pause(Duration.ofMillis(20)); // out of file descriptors, for example
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            Optional<X509Certificate> client = Optional.empty();
            if (socket instanceof SSLSocket tls) {
                tls.startHandshake();
                client = SecondHandshake.shown(tls);
            }
            Supplier<Optional<X509Certificate>> later = () -> socket instanceof SSLSocket tls ? SecondHandshake.certificate(tls) : Optional.empty();
            ConnectionFacts facts = new ConnectionFacts(connectionNumbers.getAsInt(), socket instanceof SSLSocket, certificate, client, later);
            try (NodeSession session = new NodeSession(core, facts, socket.getInetAddress().getHostAddress())) {
                converse(socket, session);
            }
        } catch (IOException e) {
            // the client went away, or spoke something else than TLS: its affair
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket, NodeSession session) throws IOException {
        OutputStream out = socket.getOutputStream();
        HttpRequestReader reader = new HttpRequestReader(socket.getInputStream(), out, HttpLimits.DEFAULT);
        while (!closed) {
            Optional<HttpRequest> request;
            try {
                request = reader.read();
            } catch (BadRequestException e) {
                out.write(HttpReply.html(e.status()).closing().encode());
                drain(socket);
                return;
            }
            if (request.isEmpty()) {
                return;
            }
            switch (session.answer(request.get())) {
                case NodeSession.Answer.Send send -> {
                    out.write(send.bytes());
                    out.flush();
                    if (send.close()) {
                        drain(socket);
                        return;
                    }
                }
                case NodeSession.Answer.Reset reset -> {
                    out.write(reset.bytes());
                    out.flush();
                    socket.setSoLinger(true, 0);
                    return;
                }
            }
        }
    }

    /** Lets the client read the reply: closing with unread bytes would reset the connection under it. */
    private static void drain(Socket socket) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(1000);
        byte[] rest = new byte[8192];
        long left = HttpLimits.DEFAULT.bodyBytes();
        try {
            for (int n = socket.getInputStream().read(rest); n >= 0 && left > 0; n = socket.getInputStream().read(rest)) {
                left -= n;
            }
        } catch (SocketTimeoutException e) {
            // long enough
        }
    }

    /** Breaks all connections, as when the service is stopped. */
    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
