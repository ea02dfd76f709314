package org.poshremote.core.certificate;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poshremote.core.connection.Connections;
import org.poshremote.core.connection.NoSignIn;
import org.poshremote.core.path.PathContext;
import org.poshremote.core.path.Way;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.http.ShownCertificates;
import org.poshremote.wsman.winrs.ConnectionSettings;

/**
 * What a node shows in TLS, and what becomes of it with a target's trust. Looking sends nothing but the handshake.
 *
 * @param chain      the node's own certificate first
 * @param refusal    why a run on the target would not talk to the node, in a sentence; empty where it would
 * @param objections what stands against the certificate, whatever the target's trust makes of it
 */
public record NodeCertificate(Target target, List<X509Certificate> chain, String protocol, String cipherSuite, Optional<String> refusal,
        List<Objection> objections) {
    public NodeCertificate {
        chain = List.copyOf(chain);
        objections = List.copyOf(objections);
    }

    /**
     * Blocks.
     *
     * @throws TransportException where TLS does not come about
     * @throws IllegalArgumentException where the target uses plain HTTP
     */
    public static NodeCertificate look(Target target, Duration timeout) throws TransportException {
        return look(target, timeout, PathContext.ofThisUser());
    }

    /**
     * The same over the target's proxy or jump host.
     *
     * @param path how nodes are reached from here, and whom to ask on the way
     */
    public static NodeCertificate look(Target target, Duration timeout, PathContext path) throws TransportException {
        if (!target.https() || target.ssh()) {
            throw new IllegalArgumentException("The target " + target.name() + (target.ssh() ? " uses SSH, which has no certificate of TLS." : " uses plain HTTP, which has no certificate."));
        }
        ConnectionSettings settings = Connections.settings(target, new NoSignIn());
        ShownCertificates shown;
        Way way = Way.to(target, path.withConnectTimeout(timeout));
        try {
            way.refusal().ifPresent(refusal -> {
                throw new IllegalArgumentException(refusal);
            });
            way.open();
            shown = ShownCertificates.of(settings.endpoint(), way.connector(), settings.trust(), timeout);
        } catch (IOException e) {
            throw new TransportException(TransportException.Kind.JUMP_HOST, settings.endpoint(), e.getMessage(), e, false);
        } finally {
            way.forget();
        }
        // a pin or none at all says nothing about authorities: the machine's are those to compare with
        TrustChoice authorities = target.trust() instanceof TrustChoice.CaFile ? target.trust() : TrustChoice.SYSTEM;
        return new NodeCertificate(target, shown.chain(), shown.protocol(), shown.cipherSuite(), shown.refusal(),
            Objections.all(shown.chain(), bare(target.host()), authorities, Instant.now()));
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    public X509Certificate own() {
        return chain.get(0);
    }

    /** The node's own certificate, pinned. */
    public TrustChoice pin() {
        return new TrustChoice.Pinned(Certificates.sha256(own()));
    }

    /** Whether a run would talk to the node because it was told to take any certificate, or exactly this one. */
    public String trustWords() {
        return refusal.orElseGet(() -> switch (target.trust()) {
            case TrustChoice.Unverified none -> "NOT verified: the target takes any certificate.";
            case TrustChoice.Pinned pin -> "Trusted: it is the one that the target pins.";
            case TrustChoice.CaFile file -> "Trusted: an authority in " + file.path() + " vouches for it.";
            case TrustChoice.SystemTrust system -> "Trusted: an authority that this machine trusts vouches for it.";
        });
    }

    /** The whole chain as a PEM file, the node's own first. */
    public String pem() {
        return chain.stream().map(NodeCertificate::pem).collect(Collectors.joining());
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e); // what was parsed can be encoded
        }
    }
}
