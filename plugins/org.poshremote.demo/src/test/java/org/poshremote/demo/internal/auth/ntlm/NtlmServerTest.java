package org.poshremote.demo.internal.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer.NtlmAccount;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.ntlm.AuthenticateMessage;
import org.poshremote.wsman.auth.ntlm.NtlmException;
import org.poshremote.wsman.auth.ntlm.NtlmInitiator;
import org.poshremote.wsman.auth.ntlm.NtlmOptions;
import org.poshremote.wsman.auth.ntlm.NtlmSession.Sealed;

class NtlmServerTest {
    private static final Secret PASSWORD = Secret.of("secret".toCharArray());
    private static final NtlmAccount ACCOUNT = new NtlmAccount("demo", PASSWORD, "WEB01");
    private static final byte[] BINDING = "tls-server-end-point:abc".getBytes();

    private static NtlmServer server(ChannelBindingCheck check) {
        return new NtlmServer(ACCOUNT, Optional.of(BINDING), check);
    }

    private static NtlmInitiator client(Optional<byte[]> binding) {
        return new NtlmInitiator(Account.parse("demo"), PASSWORD, new NtlmOptions(true, Optional.empty(), binding, ""));
    }

    private static String refused(NtlmServer server, byte[] token) {
        return assertThrows(NtlmException.class, () -> server.authenticate(token)).getMessage();
    }

    @Test
    void bothEndsHaveTheSameKeys() throws NtlmException {
        NtlmServer server = server(ChannelBindingCheck.STRICT);
        NtlmInitiator client = client(Optional.of(BINDING));
        server.authenticate(client.authenticate(server.challenge(client.negotiate())));
        Sealed sealed = client.session().orElseThrow().seal("words".getBytes());
        assertArrayEquals("words".getBytes(), server.session().orElseThrow().open(sealed.signature(), sealed.data()));
        assertTrue(server.sealing());
    }

    @Test
    void anAuthenticateMessageIsGoodForOneChallenge() throws NtlmException {
        NtlmServer server = server(ChannelBindingCheck.NONE);
        NtlmInitiator client = client(Optional.empty());
        byte[] token = client.authenticate(server.challenge(client.negotiate()));
        server.authenticate(token);
        assertTrue(refused(server, token).contains("without a challenge"));
        server.challenge(client.negotiate());
        assertEquals("user or password", refused(server, token), "replayed to another challenge");
    }

    @Test
    void aChangedMessageIsNoticed() throws NtlmException {
        NtlmServer server = server(ChannelBindingCheck.NONE);
        NtlmInitiator client = client(Optional.empty());
        byte[] negotiate = client.negotiate();
        byte[] weaker = negotiate.clone();
        weaker[12] &= ~0x20; // what somebody between the two would do to have no sealing
        byte[] token = client.authenticate(withSealing(server.challenge(weaker)));
        assertTrue(refused(server, token).contains("integrity code is wrong"));
        byte[] other = client.authenticate(server.challenge(client.negotiate()));
        other[72] ^= 1;
        assertTrue(refused(server, other).contains("integrity code is wrong"));
    }

    private static byte[] withSealing(byte[] challenge) {
        challenge[20] |= 0x20;
        return challenge;
    }

    @Test
    void channelBindings() throws NtlmException {
        NtlmInitiator without = client(Optional.empty());
        NtlmInitiator wrong = client(Optional.of("tls-server-end-point:xyz".getBytes()));
        NtlmServer relaxed = server(ChannelBindingCheck.RELAXED);
        relaxed.authenticate(without.authenticate(relaxed.challenge(without.negotiate())));
        assertTrue(refused(relaxed, wrong.authenticate(relaxed.challenge(wrong.negotiate()))).contains("another TLS connection"));
        NtlmServer strict = server(ChannelBindingCheck.STRICT);
        assertEquals("no channel binding", refused(strict, without.authenticate(strict.challenge(without.negotiate()))));
        NtlmServer none = server(ChannelBindingCheck.NONE);
        none.authenticate(wrong.authenticate(none.challenge(wrong.negotiate())));
    }

    @Test
    void versionOneIsRefused() throws NtlmException {
        NtlmServer server = server(ChannelBindingCheck.NONE);
        server.challenge(client(Optional.empty()).negotiate());
        byte[] token = new AuthenticateMessage(0, new byte[24], new byte[24], "", "demo", "", new byte[0]).encode(false);
        assertTrue(refused(server, token).contains("version 1"));
    }

    @Test
    void noTokenMakesItDoAnythingButRefuse() throws NtlmException {
        Random random = new Random(2022);
        NtlmServer server = server(ChannelBindingCheck.RELAXED);
        NtlmInitiator client = client(Optional.of(BINDING));
        byte[] negotiate = client.negotiate();
        int accepted = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] token = client.authenticate(server.challenge(client.negotiate()));
            byte[] changed = changed(token, random);
            try {
                server.authenticate(changed);
                accepted++;
                assertArrayEquals(token, changed, "what is not the message must not be taken for it");
            } catch (NtlmException e) {
                assertTrue(e.getMessage().length() > 5);
            }
            try {
                server.challenge(changed(negotiate, random));
            } catch (NtlmException e) {
                assertTrue(e.getMessage().length() > 5);
            }
        }
        assertTrue(accepted < 100, "accepted " + accepted);
    }

    private static byte[] changed(byte[] token, Random random) {
        byte[] changed = random.nextInt(3) == 0 ? Arrays.copyOf(token, random.nextInt(token.length + 20)) : token.clone();
        for (int i = random.nextInt(5); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
