package org.poshremote.wsman.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.TransportException.Kind;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.testing.ScriptedNode;
import org.poshremote.wsman.testing.ToySealing;

/** What a lane does for each request: sign in, seal, keep the connection, and open another one only where that is safe. */
@Timeout(20)
class LaneTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final byte[] SOAP = "<soap/>".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger counted = new AtomicInteger();
    private final List<String> logged = new ArrayList<>();

    private Lane lane(ScriptedNode node, AuthenticatorFactory authentication) {
        WireLog log = new WireLog() {
            @Override
            public void sent(int lane, byte[] soap) {
                logged.add("> " + new String(soap, StandardCharsets.UTF_8));
            }

            @Override
            public void received(int lane, int status, byte[] soap) {
                logged.add("< " + status + " " + new String(soap, StandardCharsets.UTF_8));
            }
        };
        return new Lane(new LaneSettings(node.endpoint(), Trust.SYSTEM, authentication, LaneConnector.DIRECT, LONG, HttpLimits.DEFAULTS, log), 1,
            counted::incrementAndGet);
    }

    private static Basic basic() {
        return new Basic("someone", Secret.of("topsecret".toCharArray()), true);
    }

    private static void ok(ScriptedNode.Request request, ScriptedNode.Answer answer) throws IOException {
        answer.envelope(200, "<ok/>");
    }

    @Test
    void theWireLogSeesSoapAndNoCredential() throws Exception {
        try (ScriptedNode node = new ScriptedNode(LaneTest::ok); Lane lane = lane(node, basic())) {
            lane.post(SOAP, Lane.Kind.ONCE, LONG);
            assertEquals(List.of("> <soap/>", "< 200 <ok/>"), logged);
            assertTrue(node.requests().get(0).head().contains("Authorization: Basic "));
        }
    }

    @Test
    void basicIsNotSentReadableUnlessAllowed() throws Exception {
        try (ScriptedNode node = new ScriptedNode(LaneTest::ok); Lane lane = lane(node, new Basic("someone", Secret.of("x".toCharArray()), false))) {
            AuthenticationException e = assertThrows(AuthenticationException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG));
            assertEquals(Reason.REFUSED_UNENCRYPTED, e.reason());
            assertEquals(0, counted.get());
            assertEquals(List.of(), node.requests());
        }
    }

    @Test
    void aRejectedPasswordIsSentOnce() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.status(401, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"WSMAN\"\r\n"));
                Lane lane = lane(node, basic())) {
            AuthenticationException e = assertThrows(AuthenticationException.class, () -> lane.post(SOAP, Lane.Kind.REPEATABLE, LONG));
            assertEquals(Reason.REJECTED, e.reason());
            assertEquals(List.of("Negotiate", "Basic"), e.offered());
            assertFalse(e.getMessage().contains("topsecret"));
            assertEquals(1, counted.get());
        }
    }

    @Test
    void aSchemeThatIsNotOfferedIsSaidToBe() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.status(401, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos\r\n"));
                Lane lane = lane(node, basic())) {
            assertEquals(Reason.NOT_OFFERED, assertThrows(AuthenticationException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)).reason());
        }
    }

    @Test
    void anEndedConnectionIsOpenedAgain() throws Exception {
        for (String goodbye : List.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\n<ok/>", "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\n<ok/>")) {
            try (ScriptedNode node = new ScriptedNode((request, answer) -> {
                answer.raw(goodbye);
                answer.disconnect();
            }); Lane lane = lane(node, basic())) {
                lane.post(SOAP, Lane.Kind.ONCE, LONG);
                lane.post(SOAP, Lane.Kind.ONCE, LONG);
                assertEquals(2, node.connections());
                assertEquals(2, node.requests().size());
            }
        }
    }

    @Test
    void aConnectionThatDiesUnderARequestIsTriedAgainOnlyForWhatMayHappenTwice() throws Exception {
        for (Lane.Kind kind : Lane.Kind.values()) {
            AtomicInteger number = new AtomicInteger();
            try (ScriptedNode node = new ScriptedNode((request, answer) -> {
                if (number.incrementAndGet() == 2) {
                    answer.disconnect();
                } else {
                    ok(request, answer);
                }
            }); Lane lane = lane(node, basic())) {
                lane.post(SOAP, Lane.Kind.ONCE, LONG);
                if (kind == Lane.Kind.REPEATABLE) {
                    lane.post(SOAP, kind, LONG);
                    assertEquals(3, node.requests().size());
                } else {
                    TransportException e = assertThrows(TransportException.class, () -> lane.post(SOAP, kind, LONG));
                    assertEquals(Kind.CLOSED, e.kind());
                    assertTrue(e.requestSent());
                    assertEquals(2, node.requests().size());
                }
            }
        }
    }

    @Test
    void whatNobodyAskedForIsNotTakenForTheNextAnswer() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) ->
                answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + request.number() + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"));
                Lane lane = lane(node, basic())) {
            assertArrayEquals(new byte[] {'1'}, lane.post(SOAP, Lane.Kind.ONCE, LONG).body());
            assertArrayEquals(new byte[] {'2'}, lane.post(SOAP, Lane.Kind.ONCE, LONG).body());
        }
    }

    @Test
    void aLaneWhoseTurnDoesNotComeGivesUp() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.hang()); Lane lane = lane(node, basic())) {
            Thread other = Thread.ofVirtual().start(() -> assertThrows(TransportException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)));
            node.awaitHanging();
            TransportException e = assertThrows(TransportException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, Duration.ofMillis(50)));
            assertEquals(Kind.READ_TIMEOUT, e.kind());
            assertFalse(e.requestSent());
            lane.close();
            other.join();
            assertEquals(Kind.CANCELLED, assertThrows(TransportException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)).kind());
        }
    }

    @Test
    void messagesAreSealedOnceSignedInAndTheFirstRidesAlong() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ToySealing::node); Lane lane = lane(node, new ToySealing())) {
            assertArrayEquals("<ok/>".getBytes(StandardCharsets.UTF_8), lane.post(SOAP, Lane.Kind.ONCE, LONG).body());
            lane.post(SOAP, Lane.Kind.ONCE, LONG);
            assertEquals(3, node.requests().size());
            assertEquals(1, node.connections());
            assertEquals(0, node.requests().get(0).bytes().length, "nothing is sent before there are keys");
            for (var request : node.requests()) {
                assertFalse(request.body().contains("soap"), "readable");
            }
            assertFalse(node.requests().get(2).headers().containsKey("authorization"));
        }
    }

    @Test
    void aReadableAnswerToASealedRequestIsRefused() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.bytes().length > 0) {
                ok(request, answer);
            } else {
                ToySealing.node(request, answer);
            }
        }); Lane lane = lane(node, new ToySealing())) {
            assertEquals(Reason.PEER_NOT_VERIFIED, assertThrows(AuthenticationException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)).reason());
        }
    }

    /** A service forgets the keys of a connection that was idle for two minutes, and says 400 without a word. */
    @Test
    void lostKeysAreMadeAnewWithoutDoingAnythingTwice() throws Exception {
        for (Lane.Kind kind : Lane.Kind.values()) {
            try (ScriptedNode node = new ScriptedNode((request, answer) -> {
                if (request.number() == 3) {
                    answer.status(400, "");
                } else {
                    ToySealing.node(request, answer);
                }
            }); Lane lane = lane(node, new ToySealing())) {
                lane.post(SOAP, Lane.Kind.ONCE, LONG);
                int first = lane.post(SOAP, kind, LONG).status();
                assertEquals(kind == Lane.Kind.ONCE ? 400 : 200, first);
                assertEquals(200, lane.post(SOAP, Lane.Kind.ONCE, LONG).status());
                assertEquals(2, node.connections());
            }
        }
    }

    @Test
    void askedToSignInAgainItDoesSo() throws Exception {
        for (String connection : List.of("", "Connection: close\r\n")) {
            try (ScriptedNode node = new ScriptedNode((request, answer) -> {
                if (request.number() == 3) {
                    answer.status(401, "WWW-Authenticate: Toy\r\n" + connection);
                } else {
                    ToySealing.node(request, answer);
                }
            }); Lane lane = lane(node, new ToySealing())) {
                lane.post(SOAP, Lane.Kind.ONCE, LONG);
                assertEquals(200, lane.post(SOAP, Lane.Kind.ONCE, LONG).status());
            }
        }
    }

    @Test
    void aSignInWithoutEndIsEnded() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> answer.status(401, "WWW-Authenticate: Toy challenge\r\n")); Lane lane = lane(node, new ToySealing())) {
            assertEquals(Reason.MECHANISM, assertThrows(AuthenticationException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)).reason());
            assertTrue(node.requests().size() <= 16);
        }
    }

    @Test
    void aStatusWithoutSealIsShownAsWhatItIs() throws Exception {
        try (ScriptedNode node = new ScriptedNode((request, answer) -> {
            if (request.bytes().length > 0) {
                answer.status(503, "Content-Type: text/plain\r\n", new byte[] {'x'});
            } else {
                ToySealing.node(request, answer);
            }
        }); Lane lane = lane(node, new ToySealing())) {
            assertEquals(503, assertThrows(HttpStatusException.class, () -> lane.post(SOAP, Lane.Kind.ONCE, LONG)).status());
        }
    }
}
