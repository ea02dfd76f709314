package org.poshremote.demo.internal.tls;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Asks for the client's certificate on a connection that is in use, as HTTP.sys does for WinRM: by renegotiation (RFC 5246 7.4.1.1). */
public final class SecondHandshake {
    private static final int STEP_MILLIS = 20;
    private static final int MOST_STEPS = 500;

    private SecondHandshake() {
    }

    /** Empty where the client shows none, which ends the connection, or TLS 1.3 is spoken, which has no second handshake. Nothing else may read meanwhile. */
    public static Optional<X509Certificate> certificate(SSLSocket socket) {
        if (socket.getSession().getProtocol().equals("TLSv1.3")) {
            return Optional.empty();
        }
        CountDownLatch done = new CountDownLatch(1);
        socket.addHandshakeCompletedListener(event -> done.countDown());
        try {
            int patience = socket.getSoTimeout();
            socket.getSession().invalidate();
            socket.setNeedClientAuth(true); // where it is only wanted, a ticket of the client leads back to the old session
            socket.startHandshake();
            // the handshake goes on while something reads; the client says nothing before it has its answer
            socket.setSoTimeout(STEP_MILLIS);
            for (int i = 0; i < MOST_STEPS && done.getCount() > 0; i++) {
                turn(socket);
            }
            socket.setSoTimeout(patience);
            return shown(socket);
        } catch (IOException e) {
            return Optional.empty(); // the connection ends with the next answer
        }
    }

    private static void turn(SSLSocket socket) throws IOException {
        try {
            socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            // as is meant
        }
    }

    /** What the client has shown so far. */
    public static Optional<X509Certificate> shown(SSLSocket socket) {
        try {
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate x ? Optional.of(x) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
