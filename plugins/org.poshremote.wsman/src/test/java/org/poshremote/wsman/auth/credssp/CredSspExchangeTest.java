package org.poshremote.wsman.auth.credssp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;

/** Who gets the credentials, and who does not; with a sign-in inside that seals nothing, so that a test can say anything. */
class CredSspExchangeTest {
    private static final byte[] KEY = {10, 20, 30};
    private final Secret password = Secret.of("hunter2".toCharArray());
    private final CredSspExchange exchange = exchange(6);

    private CredSspExchange exchange(int version) {
        return new CredSspExchange(Endpoint.http("node"), new Plain(), new PasswordCredentials("CORP", "user", password), KEY, version);
    }

    private static final class Plain implements InnerMechanism {
        private boolean done;

        @Override
        public String name() {
            return "Plain";
        }

        @Override
        public byte[] firstToken() {
            return new byte[] {1};
        }

        @Override
        public byte[] next(byte[] token) {
            done = true;
            return new byte[] {3};
        }

        @Override
        public boolean seals() {
            return done;
        }

        @Override
        public boolean triesPassword() {
            return done;
        }

        @Override
        public byte[] seal(byte[] plain) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed) {
            return sealed.clone();
        }

        @Override
        public void close() {
            done = false;
        }
    }

    private static TsRequest challenge(int version) {
        return TsRequest.of(version).withNegoToken(new byte[] {2});
    }

    private AuthenticationException refused(CredSspExchange by, byte[] message) {
        AuthenticationException failure = assertThrows(AuthenticationException.class, () -> by.next(message));
        assertFalse(by.credentialsSent());
        assertFalse(failure.getMessage().contains("hunter2"));
        return failure;
    }

    @ParameterizedTest
    @CsvSource({"6,6", "6,5", "6,4", "6,2", "3,6", "2,2"})
    void theNodeThatProvesTheKeyGetsThem(int own, int nodes) throws IOException, AuthenticationException {
        CredSspExchange by = exchange(own);
        assertArrayEquals(new byte[] {1}, TsRequest.decode(by.first()).negoToken().orElseThrow());
        TsRequest asked = TsRequest.decode(by.next(challenge(nodes).encode()));
        KeyProof proof = new KeyProof(Math.min(own, nodes), KEY, asked.clientNonce().orElseGet(() -> new byte[0]));
        assertEquals(proof.hashed(), asked.clientNonce().isPresent());
        assertArrayEquals(proof.ofClient(), asked.pubKeyAuth().orElseThrow());
        TsRequest sent = TsRequest.decode(by.next(TsRequest.of(nodes).withPubKeyAuth(proof.ofNode()).encode()));
        assertTrue(by.credentialsSent());
        PasswordCredentials credentials = PasswordCredentials.decode(sent.authInfo().orElseThrow());
        assertEquals("CORP", credentials.domain());
        assertEquals("hunter2", credentials.password().<String>use(String::new));
        assertThrows(AuthenticationException.class, () -> by.next(challenge(nodes).encode()));
    }

    /** One who only passes our own proof back, has another key, has a proof of another nonce, or has none. */
    @Test
    void nobodyElseGetsThem() throws IOException, AuthenticationException {
        for (int kind = 0; kind < 4; kind++) {
            CredSspExchange by = exchange(6);
            TsRequest asked = TsRequest.decode(by.next(challenge(6).encode()));
            byte[] nonce = asked.clientNonce().orElseThrow();
            TsRequest answer = switch (kind) {
                case 0 -> TsRequest.of(6).withPubKeyAuth(asked.pubKeyAuth().orElseThrow());
                case 1 -> TsRequest.of(6).withPubKeyAuth(new KeyProof(6, new byte[] {10, 20, 31}, nonce).ofNode());
                case 2 -> TsRequest.of(6).withPubKeyAuth(new KeyProof(6, KEY, new byte[32]).ofNode());
                default -> TsRequest.of(6);
            };
            assertEquals(Reason.PEER_NOT_VERIFIED, refused(by, answer.encode()).reason(), "kind " + kind);
        }
    }

    /** An answer of a lower version than the challenge's does not make the proof an older one that was not asked for. */
    @Test
    void theVersionIsThatOfTheSignIn() throws AuthenticationException {
        exchange.next(challenge(6).encode());
        byte[] old = TsRequest.of(4).withPubKeyAuth(new KeyProof(4, KEY, new byte[0]).ofNode()).encode();
        assertEquals(Reason.PEER_NOT_VERIFIED, refused(exchange, old).reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC000006D, 0xC0000071, 0xC0000072, 0xC0000234, 0xC0000193, 0xC000006E, 0xC0000133, 0xC0000022})
    void refusals(int status) {
        AuthenticationException failure = refused(exchange, TsRequest.of(6).withErrorCode(status).encode());
        assertEquals(status == 0xC0000022 || status == 0xC0000133 ? Reason.MECHANISM : Reason.REJECTED, failure.reason(), "no password is held back that was right");
        assertTrue(failure.getMessage().contains(status == 0xC0000022 ? "C0000022" : status == 0xC0000133 ? "clocks" : "CORP\\user"), failure.getMessage());
    }

    @Test
    void oddAnswers() {
        for (byte[] message : new byte[][] {{}, {1, 2, 3}, TsRequest.of(1).withNegoToken(new byte[1]).encode(), TsRequest.of(6).encode()}) {
            assertEquals(Reason.MECHANISM, refused(exchange(6), message).reason());
        }
        assertEquals(Optional.empty(), exchange.version());
    }
}
