package org.poshremote.wsman.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;

/**
 * Basic authentication (RFC 7617), preemptive. It sends the password itself: over plain HTTP only where that was allowed
 * in so many words.
 */
public final class Basic implements AuthenticatorFactory {
    private final String user;
    private final Secret password;
    private final boolean allowUnencrypted;

    /** @param user must not hold a colon (RFC 7617 section 2) */
    public Basic(String user, Secret password, boolean allowUnencrypted) {
        this.user = Objects.requireNonNull(user);
        this.password = Objects.requireNonNull(password);
        this.allowUnencrypted = allowUnencrypted;
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A user name with a colon cannot sign in by Basic.");
        }
    }

    @Override
    public String displayName() {
        return "Basic";
    }

    @Override
    public Authenticator forLane() {
        return new Lane();
    }

    private String header() {
        return password.useUtf8(secret -> {
            byte[] name = (user + ":").getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(name, name.length + secret.length);
            System.arraycopy(secret, 0, both, name.length, secret.length);
            try {
                return "Basic " + Base64.getEncoder().encodeToString(both);
            } finally {
                Arrays.fill(both, (byte) 0);
            }
        });
    }

    private final class Lane implements Authenticator {
        @Override
        public String scheme() {
            return "Basic";
        }

        @Override
        public Step first(LaneFacts lane) throws AuthenticationException {
            if (!lane.endpoint().https() && !allowUnencrypted) {
                throw new AuthenticationException(lane.endpoint(), scheme(), Reason.REFUSED_UNENCRYPTED, List.of(),
                    "Basic would send the password readable to " + lane.endpoint()
                        + ". Use HTTPS, or another way of signing in; on a test machine, allow unencrypted traffic for this target.", null);
            }
            return new Step(Optional.of(header()), true);
        }

        @Override
        public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
            Endpoint endpoint = lane.endpoint();
            List<String> offered = Challenges.schemes(challenges);
            if (!offered.isEmpty() && offered.stream().noneMatch(scheme -> scheme.equalsIgnoreCase("Basic"))) {
                throw new AuthenticationException(endpoint, scheme(), Reason.NOT_OFFERED, offered,
                    endpoint + " does not offer Basic; it offers " + String.join(", ", offered) + ".", null);
            }
            throw new AuthenticationException(endpoint, scheme(), Reason.REJECTED, offered,
                endpoint + " rejected user name or password of " + user + " (Basic).", null);
        }

        @Override
        public void accepted(LaneFacts lane, List<String> challenges) {
            // Basic has no last token
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
            // the secret belongs to whoever gave it
        }
    }
}
