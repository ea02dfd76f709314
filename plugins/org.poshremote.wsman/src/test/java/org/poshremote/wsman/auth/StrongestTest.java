package org.poshremote.wsman.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.Strongest.Way;

class StrongestTest {
    private static final LaneFacts LANE = new LaneFacts(Endpoint.https("node"), Optional.empty());
    private final List<String> moves = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();

    /** Fails when it begins, or when it was answered, or not at all. */
    private Way way(String name, Optional<Reason> atFirst, Optional<Reason> atNext, boolean readsPassword) {
        return new Way(name, new AuthenticatorFactory() {
            @Override
            public String displayName() {
                return name;
            }

            @Override
            public Authenticator forLane() {
                return new Authenticator() {
                    @Override
                    public String scheme() {
                        return name;
                    }

                    private Step move(String move, Optional<Reason> failure) throws AuthenticationException {
                        moves.add(name + " " + move);
                        if (failure.isPresent()) {
                            throw new AuthenticationException(LANE.endpoint(), name, failure.get(), List.of(), name + " failed.", null);
                        }
                        return new Step(Optional.of(name), true);
                    }

                    @Override
                    public Step first(LaneFacts lane) throws AuthenticationException {
                        return move("first", atFirst);
                    }

                    @Override
                    public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
                        return move("next", atNext);
                    }

                    @Override
                    public void accepted(LaneFacts lane, List<String> challenges) {
                        moves.add(name + " accepted");
                    }

                    @Override
                    public Optional<Sealing> sealing() {
                        return Optional.empty();
                    }

                    @Override
                    public void close() {
                        moves.add(name + " closed");
                    }
                };
            }
        }, readsPassword);
    }

    private Strongest of(Way... ways) {
        return new Strongest(List.of(ways), way -> worked.add(way.words()));
    }

    private static final Optional<Reason> FINE = Optional.empty();

    @Test
    void theFirstThatWorksIsTakenAndRememberedForFurtherLanes() throws AuthenticationException {
        Strongest strongest = of(way("A", Optional.of(Reason.UNAVAILABLE), FINE, false), way("B", FINE, Optional.of(Reason.NOT_OFFERED), false),
            way("C", FINE, FINE, true));
        assertEquals("A", strongest.displayName());
        try (Authenticator lane = strongest.forLane()) {
            assertEquals(Optional.of("B"), lane.first(LANE).authorization());
            assertEquals(Optional.of("C"), lane.next(LANE, List.of()).authorization());
            lane.accepted(LANE, List.of());
        }
        assertEquals(List.of("C"), worked);
        assertEquals("C", strongest.displayName());
        assertEquals(List.of("A first", "A closed", "B first", "B next", "B closed", "C first", "C accepted", "C closed"), moves);
        moves.clear();
        try (Authenticator lane = strongest.forLane()) {
            lane.first(LANE);
        }
        assertEquals(List.of("C first", "C closed"), moves);
    }

    @ParameterizedTest
    @EnumSource(names = { "REJECTED", "PEER_NOT_VERIFIED", "REFUSED_UNENCRYPTED", "HELD_BACK" })
    void afterARejectionNothingElseIsTried(Reason reason) throws AuthenticationException {
        try (Authenticator lane = of(way("A", FINE, Optional.of(reason), false), way("B", FINE, FINE, false)).forLane()) {
            lane.first(LANE);
            assertEquals(reason, assertThrows(AuthenticationException.class, () -> lane.next(LANE, List.of())).reason());
        }
        assertEquals(List.of("A first", "A next", "A closed"), moves);
    }

    @Test
    void whatFailedIsNoReasonToHandOutThePassword() throws AuthenticationException {
        Optional<Reason> failed = Optional.of(Reason.MECHANISM);
        try (Authenticator lane = of(way("A", FINE, failed, false), way("B", FINE, failed, false), way("C", FINE, FINE, true)).forLane()) {
            lane.first(LANE);
            assertEquals(Optional.of("B"), lane.next(LANE, List.of()).authorization());
            AuthenticationException told = assertThrows(AuthenticationException.class, () -> lane.next(LANE, List.of()));
            assertEquals(Reason.MECHANISM, told.reason());
            assertTrue(told.getMessage().equals("B failed. Before that: A failed."), told.getMessage());
        }
    }

    @Test
    void aFailureCountsEvenWhenTheWayAfterItIsNotOffered() throws AuthenticationException {
        try (Authenticator lane = of(way("A", FINE, Optional.of(Reason.MECHANISM), false), way("B", FINE, Optional.of(Reason.NOT_OFFERED), false),
                way("C", FINE, FINE, true)).forLane()) {
            lane.first(LANE);
            lane.next(LANE, List.of());
            assertEquals(Reason.NOT_OFFERED, assertThrows(AuthenticationException.class, () -> lane.next(LANE, List.of())).reason());
        }
    }

    @Test
    void whatThisMachineLacksIsNoReasonEither() {
        try (Authenticator lane = of(way("A", Optional.of(Reason.UNAVAILABLE), FINE, false), way("C", FINE, FINE, true)).forLane()) {
            assertThrows(AuthenticationException.class, () -> lane.first(LANE), "the node was not asked what it offers");
        }
    }

    /** The lane then begins anew; it must not begin with what was found out to be of no use. */
    @Test
    void aConnectionThatTheNodeEndsWithItsAnswerDoesNotLeadRoundInCircles() throws AuthenticationException {
        Strongest strongest = of(way("A", FINE, Optional.of(Reason.NOT_OFFERED), false), way("B", FINE, FINE, true));
        try (Authenticator lane = strongest.forLane()) {
            lane.first(LANE);
            lane.next(LANE, List.of());
        }
        try (Authenticator lane = strongest.forLane()) {
            assertEquals(Optional.of("B"), lane.first(LANE).authorization());
        }
    }
}
