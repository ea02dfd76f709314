package org.poshremote.wsman.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.testing.Mutations;

class NtlmInitiatorTest {
    private static final int OFFERED = NtlmFlags.REQUIRED | NtlmFlags.SEAL | NtlmFlags.ALWAYS_SIGN;
    private static final Secret PASSWORD = Secret.of("correct horse".toCharArray());

    private static AvPairs target() {
        return AvPairs.NONE.with(AvPairs.NB_DOMAIN_NAME, "EXAMPLE").with(AvPairs.NB_COMPUTER_NAME, "WEB01")
            .with(AvPairs.TIMESTAMP, new byte[] { 1, 2, 3, 4, 5, 6, 7, 1 });
    }

    private static byte[] challenge(int flags, AvPairs info) {
        return new ChallengeMessage(flags, "EXAMPLE", new byte[] { 8, 7, 6, 5, 4, 3, 2, 1 }, info).encode();
    }

    private static NtlmInitiator initiator(String account, boolean seal, Optional<byte[]> binding) {
        NtlmInitiator initiator = new NtlmInitiator(Account.parse(account), PASSWORD, new NtlmOptions(seal, Optional.of("HTTP/web01"), binding, ""));
        initiator.negotiate();
        return initiator;
    }

    private static String refusal(byte[] challenge) {
        NtlmInitiator initiator = initiator("admin", true, Optional.empty());
        String message = assertThrows(NtlmException.class, () -> initiator.authenticate(challenge)).getMessage();
        assertTrue(initiator.session().isEmpty());
        return message;
    }

    @ParameterizedTest
    @CsvSource({ "admin,'',admin", ".\\admin,WEB01,admin", "web01\\admin,WEB01,admin", "example\\admin,EXAMPLE,admin",
        "admin@example.test,'',admin@example.test" })
    void theAccountIsSentInItsForm(String typed, String domain, String user) throws NtlmException {
        AuthenticateMessage message = AuthenticateMessage.parse(initiator(typed, true, Optional.empty()).authenticate(challenge(OFFERED, target())));
        assertEquals(domain, message.domain());
        assertEquals(user, message.user());
    }

    @Test
    void integrityCodeTimeAndBindingsAreThere() throws NtlmException {
        byte[] binding = "tls-server-end-point:12345678901234567890123456789012".getBytes();
        NtlmInitiator initiator = new NtlmInitiator(Account.parse(".\\admin"), PASSWORD,
            new NtlmOptions(false, Optional.of("HTTP/web01"), Optional.of(binding), "DESK"));
        byte[] negotiate = initiator.negotiate();
        byte[] challenge = challenge(OFFERED, target());
        byte[] bytes = initiator.authenticate(challenge);
        AuthenticateMessage message = AuthenticateMessage.parse(bytes);
        assertArrayEquals(new byte[24], message.lmResponse());
        assertEquals("DESK", message.workstation());
        assertEquals(0, message.flags() & NtlmFlags.SEAL, "what is not sealed must not be promised to be");
        byte[] part = Arrays.copyOfRange(message.ntResponse(), 16, message.ntResponse().length);
        assertArrayEquals(new byte[] { 1, 2, 3, 4, 5, 6, 7, 1 }, Arrays.copyOfRange(part, 8, 16), "the service's time, not ours");
        AvPairs info = AvPairs.parse(Arrays.copyOfRange(part, 28, part.length));
        assertEquals(AvPairs.FLAG_MIC, info.flags());
        assertEquals(Optional.of("HTTP/web01"), info.text(AvPairs.TARGET_NAME));
        assertArrayEquals(NtlmKeys.channelBindingHash(binding), info.get(AvPairs.CHANNEL_BINDINGS).orElseThrow());
        byte[] base = NtlmKeys.sessionBaseKey(NtlmKeys.ntowf(PASSWORD, "admin", "WEB01"), Arrays.copyOf(message.ntResponse(), 16));
        byte[] key = NtlmKeys.exchanged(base, message.encryptedSessionKey());
        AuthenticateMessage.Mic mic = AuthenticateMessage.mic(bytes);
        assertArrayEquals(NtlmKeys.mic(key, negotiate, challenge, mic.messageWithout()), mic.code());
    }

    @Test
    void whatIsWeakerIsRefused() {
        for (int flag : new int[] { NtlmFlags.UNICODE, NtlmFlags.NTLM, NtlmFlags.EXTENDED_SESSION_SECURITY, NtlmFlags.KEY_128,
            NtlmFlags.KEY_EXCHANGE, NtlmFlags.SIGN, NtlmFlags.SEAL }) {
            String message = refusal(challenge(OFFERED & ~flag, target()));
            assertTrue(message.contains("protection that is needed"), message);
        }
        assertTrue(refusal(challenge(OFFERED & ~NtlmFlags.TARGET_INFO, target())).contains("version 1"));
        byte[] old = Arrays.copyOf(challenge(OFFERED & ~NtlmFlags.TARGET_INFO, target()), 32); // as Windows NT 4 sent it
        assertTrue(refusal(old).contains("version 1"));
    }

    @Test
    void malformedChallengesAreRefused() {
        byte[] whole = challenge(OFFERED, target());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            String message = refusal(cut);
            assertTrue(length < 12 ? message.contains("no NTLM message") : message.contains("cut off") || message.contains("version 1"), message);
        }
        byte[] other = whole.clone();
        other[8] = 3;
        assertTrue(refusal(other).contains("of type 3"));
        assertTrue(refusal(new byte[70_000]).contains("larger"));
        byte[] endless = ByteBuffer.wrap(whole.clone()).putShort(40, Short.reverseBytes((short) (target().encode().length - 4))).array();
        assertTrue(refusal(endless).contains("no end"));
        assertTrue(refusal(challenge(OFFERED, target().with(AvPairs.TIMESTAMP, new byte[3]))).contains("time"));
    }

    @Test
    void anyChallengeIsAnsweredOrRefused() {
        Random random = new Random(4711);
        byte[] seed = challenge(OFFERED, target());
        int answered = 0;
        for (int i = 0; i < 3000; i++) {
            try {
                initiator("admin", true, Optional.empty()).authenticate(Mutations.of(seed, random));
                answered++;
            } catch (NtlmException e) {
                assertTrue(e.getMessage().length() > 10);
            }
        }
        assertTrue(answered > 0 && answered < 3000, "both happen: " + answered);
    }

    @Test
    void anyAuthenticateAndNegotiateIsReadOrRefused() throws NtlmException {
        Random random = new Random(815);
        byte[] seed = initiator("admin", true, Optional.empty()).authenticate(challenge(OFFERED, target()));
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] mutated = Mutations.of(seed, random);
            try {
                AuthenticateMessage.parse(mutated);
                AuthenticateMessage.mic(mutated);
                read++;
            } catch (NtlmException e) {
                assertTrue(e.getMessage().length() > 10);
            }
            try {
                NegotiateMessage.parse(mutated);
            } catch (NtlmException e) {
                assertTrue(e.getMessage().length() > 10);
            }
        }
        assertTrue(read > 0 && read < 3000, "both happen: " + read);
    }
}
