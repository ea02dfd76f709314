package org.poshremote.wsman.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/** TLS over a connected socket, with the trust of a lane. Thread-safe. */
final class TlsLayer {
    private final SSLContext context;
    private final boolean checkName;
    private final boolean showsCertificate;

    private TlsLayer(SSLContext context, boolean checkName, boolean showsCertificate) {
        this.context = context;
        this.checkName = checkName;
        this.showsCertificate = showsCertificate;
    }

    /** @param certificate for nodes that ask for one */
    static TlsLayer of(Trust trust, Optional<ClientCertificate.Presenter> certificate) throws IOException {
        try {
            return of(trust, managers(trust), certificate);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS could not be set up: " + e.getMessage(), e);
        }
    }

    /** With the trust's check of the name, and another who judges. */
    static TlsLayer judging(Trust trust, JudgingTrust judge) throws IOException {
        try {
            return of(trust, judge.alone(), Optional.empty());
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS could not be set up: " + e.getMessage(), e);
        }
    }

    private static TlsLayer of(Trust trust, TrustManager[] managers, Optional<ClientCertificate.Presenter> certificate) throws GeneralSecurityException {
        // a context for each connection: no session is taken up again, so every handshake checks the certificate
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(certificate.map(presenter -> new KeyManager[] {presenter}).orElse(null), managers, null);
        return new TlsLayer(context, trust instanceof Trust.System || trust instanceof Trust.CaFile, certificate.isPresent());
    }

    static TrustManager[] managers(Trust trust) throws IOException, GeneralSecurityException {
        return switch (trust) {
            case Trust.System system -> managers((KeyStore) null); // the JDK's own
            case Trust.CaFile file -> authorities(file);
            case Trust.Pinned pin -> new TrustManager[] {new PinnedTrust(pin.sha256())};
            case Trust.None none -> new TrustManager[] {new PinnedTrust("")};
        };
    }

    private static TrustManager[] managers(KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return factory.getTrustManagers();
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
        return managers(store);
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
        if (showsCertificate) {
            // Windows asks for it by a second handshake, which TLS 1.3 does not have and Java's TLS 1.3 has nothing in place of
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        socket.setSoTimeout(deadline.remainingMillis());
        socket.startHandshake();
        return socket;
    }

    /** The peer's own, after the handshake. */
    static Optional<X509Certificate> certificate(SSLSocket secure) {
        try {
            return secure.getSession().getPeerCertificates()[0] instanceof X509Certificate found ? Optional.of(found) : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
