package org.poshremote.core.connection;

import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/** A way to sign in with a password, each lane of which asks the guard first. */
record GuardedSignIn(AuthenticatorFactory factory, LockOutGuard.Guarded guard) implements AuthenticatorFactory {
    @Override
    public String displayName() {
        return factory.displayName();
    }

    @Override
    public Optional<ClientCertificate> clientCertificate(Endpoint endpoint) throws AuthenticationException {
        return factory.clientCertificate(endpoint);
    }

    @Override
    public Authenticator forLane() {
        return new Lane(factory.forLane());
    }

    private final class Lane implements Authenticator {
        private final Authenticator inner;
        private boolean accepted;

        Lane(Authenticator inner) {
            this.inner = inner;
        }

        @Override
        public String scheme() {
            return inner.scheme();
        }

        @Override
        public Step first(LaneFacts lane) throws AuthenticationException {
            if (!accepted) {
                guard.begin(this, lane.endpoint(), inner.scheme());
            }
            return told(lane, () -> inner.first(lane));
        }

        @Override
        public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            return told(lane, () -> inner.next(lane, challenges));
        }

        private interface Move {
            Step make() throws AuthenticationException;
        }

        private Step told(LaneFacts lane, Move move) throws AuthenticationException {
            try {
                return move.make();
            } catch (AuthenticationException e) {
                if (e.reason() == Reason.REJECTED) {
                    guard.rejected(this, lane.endpoint());
                } else {
                    guard.end(this);
                }
                throw e;
            }
        }

        @Override
        public void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            try {
                inner.accepted(lane, challenges);
                accepted = true;
                guard.accepted(this);
            } finally {
                guard.end(this);
            }
        }

        @Override
        public Optional<Sealing> sealing() {
            return inner.sealing();
        }

        @Override
        public boolean sendsWithEachRequest() {
            return inner.sendsWithEachRequest();
        }

        @Override
        public void close() {
            guard.end(this);
            inner.close();
        }
    }
}
