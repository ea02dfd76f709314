package org.poshremote.wsman.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.poshremote.wsman.ServerTrust;

/** Lets every certificate through and remembers what another would have said. For handshakes over which nothing else is sent. */
final class JudgingTrust extends ServerTrust {
    private final Optional<X509ExtendedTrustManager> judge;
    private volatile Optional<Exception> refusal;

    private JudgingTrust(Optional<X509ExtendedTrustManager> judge, Optional<Exception> refusal) {
        this.judge = judge;
        this.refusal = refusal;
    }

    /** A file of authorities that cannot be read is a refusal as well. */
    static JudgingTrust of(Trust trust) {
        try {
            return new JudgingTrust(Stream.of(TlsLayer.managers(trust)).filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast).findFirst(), Optional.empty());
        } catch (IOException | GeneralSecurityException e) {
            return new JudgingTrust(Optional.empty(), Optional.of(e));
        }
    }

    Optional<Exception> refusal() {
        return refusal;
    }

    TrustManager[] alone() {
        return new TrustManager[] {this};
    }

    private interface Check {
        void by(X509ExtendedTrustManager other) throws CertificateException;
    }

    private void judge(Check check) {
        if (judge.isPresent()) {
            try {
                check.by(judge.get());
            } catch (CertificateException e) {
                refusal = Optional.of(e);
            }
        }
    }

    @Override
    protected void check(X509Certificate[] chain) {
        refusal = Optional.of(new CertificateException("the connection on which it was shown is not known")); // JSSE always tells which
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        judge(other -> other.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        judge(other -> other.checkServerTrusted(chain, type, engine));
    }
}
