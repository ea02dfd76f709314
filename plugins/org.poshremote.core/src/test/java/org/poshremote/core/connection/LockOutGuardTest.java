package org.poshremote.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;

@Timeout(30)
class LockOutGuardTest {
    private final LockOutGuard guard = new LockOutGuard(Duration.ofSeconds(20));
    private final AtomicInteger sent = new AtomicInteger();

    /** Sends with the first step; the node answers as the test says. */
    private final class Scheme implements AuthenticatorFactory {
        @Override
        public String displayName() {
            return "Test";
        }

        @Override
        public Authenticator forLane() {
            return new Authenticator() {
                @Override
                public String scheme() {
                    return "Test";
                }

                @Override
                public Step first(LaneFacts lane) {
                    sent.incrementAndGet();
                    return new Step(Optional.of("Test"), true);
                }

                @Override
                public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
                    throw new AuthenticationException(lane.endpoint(), scheme(), Reason.REJECTED, List.of(), "no", null);
                }

                @Override
                public void accepted(LaneFacts lane, List<String> challenges) {
                    // nothing to check
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

    private static LaneFacts at(String host) {
        return new LaneFacts(Endpoint.http(host), Optional.empty());
    }

    private Authenticator lane(String user, String host, String password) {
        try (Secret secret = Secret.of(password.toCharArray())) {
            return new GuardedSignIn(new Scheme(), guard.guard(Target.at(host).user(user).build(), secret)).forLane();
        }
    }

    private AuthenticationException attempt(String user, String host, String password, boolean right) {
        try (Authenticator lane = lane(user, host, password)) {
            lane.first(at(host));
            if (right) {
                lane.accepted(at(host), List.of());
                return null;
            }
            lane.next(at(host), List.of());
            throw new AssertionError();
        } catch (AuthenticationException e) {
            return e;
        }
    }

    @Test
    void aRejectedPasswordIsNotSentAgainAnywhere() {
        assertEquals(Reason.REJECTED, attempt("CORP\\me", "one", "wrong", false).reason());
        AuthenticationException held = attempt("corp\\Me", "two", "wrong", true);
        assertEquals(Reason.HELD_BACK, held.reason());
        assertFalse(held.requestSent());
        assertTrue(held.getMessage().contains("was rejected by http://one:5985/wsman at "), held.getMessage());
        assertFalse(held.getMessage().contains("wrong"), held.getMessage());
        assertEquals(1, sent.get());
        attempt("CORP\\other", "one", "wrong", true);
        attempt("CORP\\me", "two", "right", true);
        assertEquals(3, sent.get(), "another account, another password");
        assertEquals(Reason.HELD_BACK, attempt("CORP\\me", "two", "wrong", true).reason());
    }

    @Test
    void typingAnewLetsItBeTriedAgain() {
        attempt("me@corp.test", "one", "wrong", false);
        guard.typed("ME@corp.test", "two");
        assertEquals(Reason.REJECTED, attempt("me@corp.test", "one", "wrong", false).reason());
        assertEquals(Reason.HELD_BACK, attempt("me@corp.test", "one", "wrong", false).reason());
        assertEquals(2, sent.get());
    }

    @Test
    void anAccountOfTheNodeIsAnotherOnEachNode() {
        attempt(".\\me", "one", "wrong", false);
        attempt(".\\me", "two", "wrong", true);
        assertEquals(Reason.HELD_BACK, attempt(".\\me", "one", "wrong", true).reason());
        assertEquals(2, sent.get());
    }

    @Test
    void aPlainNameIsOneAccountUntilItIsProvedToBeSeveral() {
        attempt("me", "one", "wrong", false);
        assertEquals(Reason.HELD_BACK, attempt("me", "two", "wrong", true).reason());
        attempt("me", "one", "right", true);
        attempt("me", "two", "right", false);
        assertEquals(Reason.HELD_BACK, attempt("me", "two", "right", true).reason());
        attempt("me", "one", "right", true);
        attempt("me", "three", "right", true);
        assertEquals(5, sent.get());
    }

    @Test
    void aDomainsPasswordThatWasChangedIsHeldBackEverywhere() {
        attempt("CORP\\me", "one", "old", true);
        attempt("CORP\\me", "two", "old", false);
        assertEquals(Reason.HELD_BACK, attempt("CORP\\me", "one", "old", true).reason());
    }

    @Test
    void whatIsUnprovedIsTriedByOneLaneAtATime() throws Exception {
        try (Authenticator first = lane("CORP\\me", "one", "wrong")) {
            first.first(at("one"));
            List<CompletableFuture<Reason>> others = List.of("two", "three", "four").stream()
                .map(host -> CompletableFuture.supplyAsync(() -> attempt("CORP\\me", host, "wrong", true).reason(), r -> Thread.ofVirtual().start(r))).toList();
            assertThrows(AuthenticationException.class, () -> first.next(at("one"), List.of()));
            for (CompletableFuture<Reason> other : others) {
                assertEquals(Reason.HELD_BACK, other.get());
            }
            assertEquals(1, sent.get());
        }
    }

    @Test
    void provedOnesGoInParallel() throws AuthenticationException {
        attempt("CORP\\me", "one", "right", true);
        try (Authenticator first = lane("CORP\\me", "one", "right"); Authenticator second = lane("CORP\\me", "two", "right")) {
            first.first(at("one"));
            second.first(at("two"));
            assertEquals(3, sent.get());
        }
    }

    @Test
    void aLaneThatEndsWithoutAnAnswerLetsTheNextOneTry() throws InterruptedException, ExecutionException, AuthenticationException {
        Authenticator lost = lane("CORP\\me", "one", "right");
        lost.first(at("one"));
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(() -> attempt("CORP\\me", "two", "right", true) == null, r -> Thread.ofVirtual().start(r));
        lost.close();
        assertTrue(next.get());
    }

    @Test
    void waitingHasAnEnd() throws AuthenticationException {
        LockOutGuard hasty = new LockOutGuard(Duration.ofMillis(1));
        try (Secret secret = Secret.of("x".toCharArray())) {
            GuardedSignIn way = new GuardedSignIn(new Scheme(), hasty.guard(Target.at("one").user("CORP\\me").build(), secret));
            try (Authenticator silent = way.forLane(); Authenticator other = way.forLane()) {
                silent.first(at("one"));
                AuthenticationException held = assertThrows(AuthenticationException.class, () -> other.first(at("two")));
                assertEquals(Reason.UNAVAILABLE, held.reason());
                assertTrue(held.getMessage().contains("being tried at another node"), held.getMessage());
            }
        }
    }
}
