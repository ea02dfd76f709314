package org.poshremote.core.diagnose.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.TlsAlert;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.certificate.ClientCertificate;
import org.poshremote.wsman.http.Deadline;
import org.poshremote.wsman.http.Lane;

/** Whether TLS comes about, and with whom. */
final class TlsChecks {
    private TlsChecks() {
    }

    /** A handshake that takes any certificate: nothing but the handshake is sent over it. */
    static Found handshake(Probe probe, Facts before) {
        Deadline deadline = probe.connecting();
        Socket socket = null;
        try {
            socket = probe.register(connect(probe, deadline));
            SSLSession session = session(socket, probe, deadline);
            probe.chain = Stream.of(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
            X509Certificate leaf = probe.chain.get(0);
            return Found.passed(session.getProtocol() + " with " + session.getCipherSuite() + ".", new Evidence("tls", "ok"),
                new Evidence("tls.protocol", session.getProtocol()), new Evidence("tls.cipher", session.getCipherSuite()),
                new Evidence("cert.subject", leaf.getSubjectX500Principal().getName()),
                new Evidence("cert.issuer", leaf.getIssuerX500Principal().getName()),
                new Evidence("cert.sha256", Certificates.sha256(leaf)), new Evidence("cert.thumbprint", Certificates.sha1(leaf)),
                Evidence.of("cert.chain-length", probe.chain.size()));
        } catch (IOException | GeneralSecurityException e) {
            return noHandshake(probe, e);
        } finally {
            if (socket != null) {
                probe.done(socket);
            }
        }
    }

    private static Socket connect(Probe probe, Deadline deadline) throws IOException {
        return probe.direct() ? Dial.open(probe, probe.addresses, probe.target().port(), deadline)
            : probe.connector().connect(probe.endpoint(), deadline);
    }

    private static SSLSession session(Socket plain, Probe probe, Deadline deadline) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        Optional<ClientCertificate> own = openCertificate(probe);
        context.init(own.map(certificate -> new KeyManager[] {certificate.presenter()}).orElse(null), new TrustManager[] {new AnyCertificate()}, null);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, PathChecks.bare(probe.target().host()), probe.target().port(), true);
        if (own.isPresent()) {
            tls.setEnabledProtocols(new String[] {"TLSv1.2"}); // as a run with it does
        }
        tls.setSoTimeout(deadline.remainingMillis());
        tls.startHandshake();
        return tls.getSession();
    }

    /** The target's client certificate, where it opens without a password: that is not asked for before everything else has passed. */
    private static Optional<ClientCertificate> openCertificate(Probe probe) {
        try {
            Target byCertificate = probe.target().toBuilder().authentication(AuthenticationChoice.CERTIFICATE).build();
            return SignIn.needsKeyPassword(probe.target()) || !SignIn.showsCertificate(probe.target()) ? Optional.empty()
                : SignIn.factory(byCertificate, Optional.empty()).clientCertificate(probe.endpoint());
        } catch (AuthenticationException e) {
            return Optional.empty(); // the step of signing in says so
        }
    }

    private static Found noHandshake(Probe probe, Exception e) {
        List<Evidence> evidence = new ArrayList<>();
        String text = deepest(e).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException) {
            evidence.add(new Evidence("tls", "timeout"));
        } else if (text.contains("plaintext connection") || text.contains("unrecognized ssl message")) {
            evidence.add(new Evidence("tls", "not-tls"));
        } else if (e instanceof SSLException && !text.contains("closed connection") && !text.contains("reset")) {
            evidence.add(new Evidence("tls", "refused"));
            if (e instanceof SSLException tls && TlsAlert.aboutClientCertificate(tls)) {
                evidence.add(new Evidence("tls.alert", "certificate"));
            }
        } else {
            evidence.add(new Evidence("tls", e instanceof EOFException || text.contains("closed") ? "closed" : "reset"));
        }
        if (plainAnswer(probe).filter(answer -> answer.startsWith("HTTP/1.")).isPresent()) {
            evidence.add(new Evidence("port.speaks", "http"));
            return Found.failed("The port answers in plain HTTP, not in TLS.").and(evidence);
        }
        Optional<ServerHello> hello = oldHello(probe);
        hello.ifPresent(answer -> {
            evidence.add(new Evidence("tls.offers", answer.protocol()));
            if (answer.rsaKeyExchange()) {
                evidence.add(new Evidence("tls.key-exchange", "rsa"));
            }
        });
        String more = hello.map(answer -> " To an older client it offers " + answer.protocol()
            + (answer.rsaKeyExchange() ? " with RSA key exchange, which Java refuses." : ".")).orElse("");
        return Found.failed("TLS does not come about: " + deepest(e) + "." + more).and(evidence);
    }

    private static String deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return Dial.text(deepest);
    }

    private static Optional<ServerHello> oldHello(Probe probe) {
        if (!probe.direct() || probe.deadline().passed()) {
            return Optional.empty();
        }
        Socket socket = null;
        try {
            socket = Dial.open(probe, probe.addresses, probe.target().port(), probe.connecting());
            socket.getOutputStream().write(ServerHello.question());
            return ServerHello.read(socket.getInputStream());
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (socket != null) {
                probe.done(socket);
            }
        }
    }

    /** The first bytes that the port says to a plain HTTP request without content. */
    static Optional<String> plainAnswer(Probe probe) {
        if (!probe.direct() || probe.deadline().passed()) {
            return Optional.empty();
        }
        Socket socket = null;
        try {
            socket = Dial.open(probe, probe.addresses, probe.target().port(), probe.connecting());
            socket.getOutputStream().write(("OPTIONS /wsman HTTP/1.1\r\nHost: " + probe.endpoint().authority()
                + "\r\nUser-Agent: PoshRemote\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            byte[] begin = socket.getInputStream().readNBytes(12);
            return begin.length == 0 ? Optional.empty() : Optional.of(new String(begin, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (socket != null) {
                probe.done(socket);
            }
        }
    }

    /** Whether the port takes a TLS handshake, whatever its certificate. */
    static boolean speaksTls(Probe probe) {
        if (!probe.direct() || probe.deadline().passed()) {
            return false;
        }
        Socket socket = null;
        try {
            Deadline deadline = probe.connecting();
            socket = Dial.open(probe, probe.addresses, probe.target().port(), deadline);
            session(socket, probe, deadline);
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        } finally {
            if (socket != null) {
                probe.done(socket);
            }
        }
    }

    /** The handshake as a run makes it; what it says counts, the other certificate steps say why. */
    static Found trust(Probe probe, Facts before) {
        Lane lane = probe.lane(probe.configuredTrust());
        try {
            lane.postAnonymous(new byte[0], "Accept", "application/soap+xml", probe.left(probe.settings().answer()));
            return trusted(probe);
        } catch (TransportException e) {
            if (e.kind() != TransportException.Kind.TLS) {
                return trusted(probe); // the handshake was over; what comes after is another step's
            }
            List<Evidence> reasons = probe.target().trust() instanceof TrustChoice.Pinned
                ? List.of(new Evidence("cert", "not-the-pinned")) : CertificateChecks.reasons(probe);
            return Found.failed("The certificate is not trusted: " + deepest(e) + ".", new Evidence("tls.trust", "refused")).and(reasons);
        } catch (WsmanException e) {
            return trusted(probe);
        } finally {
            probe.done(lane);
        }
    }

    private static Found trusted(Probe probe) {
        probe.trusted = true;
        return switch (probe.target().trust()) {
            case TrustChoice.Unverified none -> Found.warning("Any certificate is taken: whoever answers for the node gets the traffic.",
                new Evidence("tls.trust", "unverified"));
            case TrustChoice.Pinned pin -> Found.passed("It is the certificate pinned for this target.", new Evidence("tls.trust", "pinned"));
            case TrustChoice.CaFile file -> Found.passed("It is vouched for by an authority of the target's file.", new Evidence("tls.trust", "ca-file"));
            case TrustChoice.SystemTrust system -> Found.passed("It is vouched for by an authority that this machine knows.", new Evidence("tls.trust", "system"));
        };
    }
}
