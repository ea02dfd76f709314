package org.poshremote.core.connection;

import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;

/** For what is asked before anybody signs in. */
public final class NoSignIn implements AuthenticatorFactory {
    @Override
    public String displayName() {
        return "none";
    }

    @Override
    public Authenticator forLane() {
        return new Authenticator() {
            @Override
            public String scheme() {
                return "none";
            }

            @Override
            public Step first(LaneFacts lane) {
                return new Step(Optional.empty(), true);
            }

            @Override
            public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
                throw new AuthenticationException(lane.endpoint(), scheme(), Reason.NOT_OFFERED, Challenges.schemes(challenges),
                    lane.endpoint() + " asks to sign in.", null);
            }

            @Override
            public void accepted(LaneFacts lane, List<String> challenges) {
                // nothing was asked
            }

            @Override
            public Optional<Sealing> sealing() {
                return Optional.empty();
            }

            @Override
            public void close() {
                // no keys
            }
        };
    }
}
