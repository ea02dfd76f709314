package org.poshremote.wsman.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.certificate.CertificateSignIn;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/**
 * Several ways to sign in, the strongest first, of which each lane takes the first that this machine, the account and the
 * node can do. A password that was rejected ends it: no other way is tried with it. Once one way has worked, further lanes
 * begin with it. Thread-safe.
 */
public final class Strongest implements AuthenticatorFactory {
    private final List<Way> ways;
    private final Consumer<Way> worked;
    private volatile int begin;
    /** Whether the node and this machine began one of them and did not come to its end. */
    private volatile boolean failed;

    /**
     * One of them.
     *
     * @param words         for the person: "NTLM, encrypted"
     * @param readsPassword whether the node gets the password itself: taken only where the node says that it offers nothing
     *                      stronger, and not where something stronger failed
     */
    public record Way(String words, AuthenticatorFactory factory, boolean readsPassword) {
    }

    /**
     * @param ways   at least one
     * @param worked told of the way of each lane that has signed in
     */
    public Strongest(List<Way> ways, Consumer<Way> worked) {
        this.ways = List.copyOf(ways);
        this.worked = worked;
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("no way to sign in");
        }
    }

    @Override
    public String displayName() {
        return ways.get(begin).words();
    }

    @Override
    public Authenticator forLane() {
        return new Lane(begin);
    }

    @Override
    public Optional<ClientCertificate> clientCertificate(Endpoint endpoint) throws AuthenticationException {
        for (Way way : ways.subList(begin, ways.size())) {
            Optional<ClientCertificate> certificate = way.factory().clientCertificate(endpoint);
            if (certificate.isPresent()) {
                return certificate;
            }
        }
        return Optional.empty();
    }

    private final class Lane implements Authenticator {
        private final List<String> passedOver = new ArrayList<>();
        private int at;
        private Optional<Authenticator> current = Optional.empty();

        Lane(int at) {
            this.at = at;
        }

        private Authenticator way() {
            if (current.isEmpty()) {
                current = Optional.of(ways.get(at).factory().forLane());
            }
            return current.get();
        }

        @Override
        public String scheme() {
            return way().scheme();
        }

        @Override
        public Step first(LaneFacts lane) throws AuthenticationException {
            while (true) {
                try {
                    return way().first(lane);
                } catch (AuthenticationException e) {
                    passOver(e);
                }
            }
        }

        @Override
        public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            try {
                return way().next(lane, challenges);
            } catch (AuthenticationException e) {
                passOver(e);
                return first(lane);
            }
        }

        /** On to the next way, or the end. */
        private void passOver(AuthenticationException e) throws AuthenticationException {
            boolean possible = switch (e.reason()) {
                case NOT_OFFERED, UNAVAILABLE, MECHANISM -> true;
                case REJECTED -> ways.get(at).factory() instanceof CertificateSignIn; // no password was rejected yet
                case REFUSED_UNENCRYPTED, PEER_NOT_VERIFIED, HELD_BACK -> false;
            };
            failed |= e.reason() == Reason.MECHANISM;
            boolean offersNothingStronger = e.reason() == Reason.NOT_OFFERED && !failed;
            if (!possible || at + 1 == ways.size() || ways.get(at + 1).readsPassword() && !offersNothingStronger) {
                throw passedOver.isEmpty() ? e : new AuthenticationException(e.endpoint(), e.scheme(), e.reason(), e.offered(),
                    e.getMessage() + " Before that: " + String.join(" ", passedOver), e);
            }
            passedOver.add(e.getMessage());
            way().close();
            current = Optional.empty();
            at++;
            begin = Math.max(begin, at); // also for this lane's next connection, should the node have ended this one
        }

        @Override
        public void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            way().accepted(lane, challenges);
            worked.accept(ways.get(at));
        }

        @Override
        public Optional<Sealing> sealing() {
            return current.flatMap(Authenticator::sealing);
        }

        @Override
        public boolean sendsWithEachRequest() {
            return way().sendsWithEachRequest();
        }

        @Override
        public void close() {
            current.ifPresent(Authenticator::close);
        }
    }
}
