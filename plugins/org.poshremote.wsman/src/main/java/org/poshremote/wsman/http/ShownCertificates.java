package org.poshremote.wsman.http;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.TransportException;

/**
 * What a node shows in TLS, whether it is trusted or not. Nothing but the handshake is sent.
 *
 * @param chain    the node's own certificate first, as sent
 * @param protocol such as "TLSv1.3"
 * @param refusal  why a lane with this trust would not talk to the node, in a sentence; empty where it would
 */
public record ShownCertificates(List<X509Certificate> chain, String protocol, String cipherSuite, Optional<String> refusal) {
    public ShownCertificates {
        chain = List.copyOf(chain);
    }

    /**
     * Looks.
     *
     * @throws TransportException where TLS does not come about, for other reasons than trust
     */
    public static ShownCertificates of(Endpoint endpoint, LaneConnector connector, Trust trust, Duration timeout) throws TransportException {
        Deadline deadline = Deadline.in(timeout);
        try (Socket plain = connector.connect(endpoint, deadline); DeadlineGuard guard = DeadlineGuard.over(plain, deadline)) {
            JudgingTrust judge = JudgingTrust.of(trust);
            SSLSocket secure = TlsLayer.judging(trust, judge).over(plain, endpoint, deadline);
            SSLSession session = secure.getSession();
            List<X509Certificate> chain = Stream.of(session.getPeerCertificates()).map(ShownCertificates::x509).toList();
            Optional<String> refusal = judge.refusal().map(why -> TlsTrouble.untrusted(endpoint, why));
            return new ShownCertificates(chain, session.getProtocol(), session.getCipherSuite(), refusal);
        } catch (IOException e) {
            throw TransportFailures.connecting(e, endpoint, timeout, false, deadline.passed());
        }
    }

    private static X509Certificate x509(Certificate certificate) {
        return (X509Certificate) certificate; // JSSE knows no other
    }
}
