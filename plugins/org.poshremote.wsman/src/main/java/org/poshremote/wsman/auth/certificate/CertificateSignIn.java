package org.poshremote.wsman.auth.certificate;

import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;

/**
 * Signs in by the certificate that the lane shows in its TLS handshake, or when the node asks for it later, as Windows does: it
 * begins the handshake anew once it has seen the header. No password is sent.
 */
public final class CertificateSignIn implements AuthenticatorFactory {
    /** Value of the Authorization header: the profile's URI alone. */
    public static final String PROFILE = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";
    private static final String WORDS = "Certificate";

    private final CertificateLocation location;
    private final Optional<Secret> keyPassword;
    private Optional<ClientCertificate> loaded = Optional.empty();

    /** @param keyPassword stays the caller's, who closes it after the connection */
    public CertificateSignIn(CertificateLocation location, Optional<Secret> keyPassword) {
        this.location = location;
        this.keyPassword = keyPassword;
    }

    public CertificateSignIn(ClientCertificate certificate) {
        this(new CertificateLocation.Store(certificate.name()), Optional.empty());
        loaded = Optional.of(certificate);
    }

    @Override
    public String displayName() {
        return WORDS;
    }

    @Override
    public synchronized Optional<ClientCertificate> clientCertificate(Endpoint endpoint) throws AuthenticationException {
        if (loaded.isEmpty()) {
            try {
                loaded = Optional.of(ClientCertificate.load(location, keyPassword));
            } catch (ClientCertificateException e) {
                throw new AuthenticationException(endpoint, WORDS, Reason.UNAVAILABLE, List.of(), e.getMessage(), e);
            }
        }
        return loaded;
    }

    @Override
    public Authenticator forLane() {
        return new Lane();
    }

    private final class Lane implements Authenticator {
        @Override
        public String scheme() {
            return WORDS;
        }

        @Override
        public Step first(LaneFacts lane) throws AuthenticationException {
            if (!lane.endpoint().https()) {
                throw failure(lane, Reason.UNAVAILABLE, List.of(), "A client certificate is shown in TLS, and " + lane.endpoint() + " is plain HTTP.");
            }
            return new Step(Optional.of(PROFILE), true);
        }

        @Override
        public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            List<String> offered = Challenges.schemes(challenges);
            if (!lane.certificateAsked().getAsBoolean()) {
                throw failure(lane, Reason.NOT_OFFERED, offered, lane.endpoint() + " asked for no client certificate, so none was shown: signing in by certificate"
                    + " is switched off there, or the TLS of something in between ends before the node.");
            }
            throw failure(lane, Reason.REJECTED, offered, lane.endpoint() + " did not take the client certificate of "
                + clientCertificate(lane.endpoint()).map(ClientCertificate::name).orElse("")
                + ": it is mapped to no account there, or its authority is not one that the node trusts for clients.");
        }

        private AuthenticationException failure(LaneFacts lane, Reason reason, List<String> offered, String message) {
            return new AuthenticationException(lane.endpoint(), scheme(), reason, offered, message, null);
        }

        @Override
        public void accepted(LaneFacts lane, List<String> challenges) {
            // the handshake was the proof of both sides
        }

        @Override
        public boolean sendsWithEachRequest() {
            return true;
        }

        @Override
        public Optional<Sealing> sealing() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // the certificate belongs to the factory
        }
    }
}
