package org.poshremote.wsman.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.poshremote.wsman.Endpoint;

/** TLS over a connected socket, with the trust of a lane. Thread-safe. */
final class TlsLayer {
    private final SSLContext context;
    private final boolean checkName;

    private TlsLayer(SSLContext context, boolean checkName) {
        this.context = context;
        this.checkName = checkName;
    }

    static TlsLayer of(Trust trust) throws IOException {
        try {
            return switch (trust) {
                case Trust.System system -> new TlsLayer(context(null), true);
                case Trust.CaFile file -> new TlsLayer(context(authorities(file)), true);
                case Trust.Pinned pin -> new TlsLayer(context(new TrustManager[] {new PinnedTrust(pin.sha256())}), false);
                case Trust.None none -> new TlsLayer(context(new TrustManager[] {new PinnedTrust("")}), false);
            };
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS could not be set up: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static TrustManager[] authorities(Trust.CaFile file) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates;
        try (InputStream pem = Files.newInputStream(file.pem())) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
        } catch (CertificateException e) {
            throw new IOException(file.pem() + " is not a PEM file of certificates: " + e.getMessage(), e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(file.pem() + " holds no certificate.");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Hands back the socket after the handshake; the plain one is closed with it. */
    SSLSocket over(Socket plain, Endpoint endpoint, Deadline deadline) throws IOException {
        String host = endpoint.host().startsWith("[") ? endpoint.host().substring(1, endpoint.host().length() - 1) : endpoint.host();
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, endpoint.port(), true);
        if (checkName) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 9110 4.3.4
            socket.setSSLParameters(parameters);
        }
        socket.setSoTimeout(deadline.remainingMillis());
        socket.startHandshake();
        return socket;
    }

    /** Takes the one certificate of this SHA-256; with an empty one, any. */
    private static final class PinnedTrust extends X509ExtendedTrustManager {
        private final String sha256;

        PinnedTrust(String sha256) {
            this.sha256 = sha256;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (sha256.isEmpty()) {
                return;
            }
            try {
                String actual = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded()));
                if (!actual.equals(sha256)) {
                    throw new CertificateException("the node's certificate is not the pinned one: its SHA-256 is " + actual);
                }
            } catch (GeneralSecurityException e) {
                throw e instanceof CertificateException known ? known : new CertificateException(e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
