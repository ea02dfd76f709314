package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.MessageProtection.ProtectedBody;
import org.poshremote.demo.auth.ProtectionException;
import org.poshremote.demo.auth.Verdict;
import org.poshremote.demo.internal.auth.ntlm.NtlmAcceptors;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer.NtlmAccount;
import org.poshremote.demo.personality.SignInOffers;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.ntlm.Ntlm;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.WinRs;

/** Somebody between client and node, who changes what goes by: what the person is told, and that nothing is used or sent. */
class NtlmTamperingTest {
    private static final Secret PASSWORD = Secret.of("the-secret".toCharArray());

    /** The node's NTLM with somebody in front of it. */
    private record Between(UnaryOperator<byte[]> challenges, Replies replies) implements AcceptorFactory {
        private static final NtlmAcceptors NODE = new NtlmAcceptors(new NtlmAccount("demo", PASSWORD, "WEB01"), ChannelBindingCheck.RELAXED);

        @Override
        public String scheme() {
            return "Negotiate";
        }

        @Override
        public Acceptor forConnection(ConnectionFacts connection) {
            Acceptor node = NODE.forConnection(connection);
            return new Acceptor() {
                @Override
                public Verdict accept(String authorization) {
                    Verdict verdict = node.accept(authorization);
                    return verdict instanceof Verdict.Continue c ? new Verdict.Continue(changed(c.challenge())) : verdict;
                }

                @Override
                public boolean lastsForConnection() {
                    return true;
                }

                @Override
                public Optional<MessageProtection> protection() {
                    return node.protection().map(inner -> new MessageProtection() {
                        @Override
                        public byte[] open(String contentType, byte[] body) throws ProtectionException {
                            return inner.open(contentType, body);
                        }

                        @Override
                        public ProtectedBody seal(byte[] soap, String soapContentType) {
                            return replies.change(soap, soapContentType, inner);
                        }
                    });
                }
            };
        }

        private String changed(String challenge) {
            return "Negotiate " + Base64.getEncoder().encodeToString(challenges.apply(Base64.getDecoder().decode(challenge.substring(10))));
        }
    }

    private interface Replies {
        ProtectedBody change(byte[] soap, String type, MessageProtection node);
    }

    private static final Replies AS_THEY_ARE = (soap, type, node) -> node.seal(soap, type);

    private static AuthenticationException told(UnaryOperator<byte[]> challenges, Replies replies, int requestsBefore) throws IOException, WsmanException {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2022").withAllowUnencrypted(false)
                .withSignIn(new SignInOffers(false, false, ChannelBindingCheck.RELAXED)).withAcceptor(new Between(challenges, replies)));
                WinRs client = new WinRs(ConnectionSettings.of(new Endpoint(node.host(), node.port(), false, "/wsman"), new Ntlm(Account.parse("demo"), PASSWORD)))) {
            for (int i = 0; i < requestsBefore; i++) {
                client.identifySignedIn();
            }
            AuthenticationException failure = assertThrows(AuthenticationException.class, () -> client.open(ShellOptions.DEFAULTS));
            assertFalse(failure.getMessage().contains("the-secret"));
            return failure;
        }
    }

    private static void challengeRefused(String why, UnaryOperator<byte[]> challenges) throws IOException, WsmanException {
        AuthenticationException failure = told(challenges, AS_THEY_ARE, 0);
        assertEquals(Reason.MECHANISM, failure.reason());
        assertTrue(failure.getMessage().matches("The NTLM challenge of http://127\\.0\\.0\\.1:\\d+/wsman was refused: .*" + why
            + ".*\\. Nothing of the password was sent\\."), failure.getMessage());
    }

    private static void replyRefused(String why, int before, Replies replies) throws IOException, WsmanException {
        AuthenticationException failure = told(challenge -> challenge, replies, before);
        assertEquals(Reason.PEER_NOT_VERIFIED, failure.reason());
        assertTrue(failure.getMessage().matches("The answer of http://127\\.0\\.0\\.1:\\d+/wsman was not encrypted as agreed, so it was not used: .*" + why + ".*"),
            failure.getMessage());
    }

    private static UnaryOperator<byte[]> without(int byteAt, int bit) {
        return challenge -> {
            challenge[byteAt] &= (byte) ~bit;
            return challenge;
        };
    }

    @Test
    void aTruncatedChallenge() throws Exception {
        challengeRefused("cut off", challenge -> Arrays.copyOf(challenge, 50));
        challengeRefused("no NTLM message", challenge -> Arrays.copyOf(challenge, 5));
    }

    @Test
    void aChallengeOfVersionOne() throws Exception {
        challengeRefused("NTLM version 1, from which the password could be computed", without(22, 0x80)); // TARGET_INFO
        challengeRefused("without protection that is needed \\(version 2\\)", without(22, 0x08)); // EXTENDED_SESSIONSECURITY
    }

    @Test
    void aChallengeWithoutSealingOrWithWeakKeys() throws Exception {
        challengeRefused("needed \\(sealing\\)", without(20, 0x20));
        challengeRefused("needed \\(128-bit keys\\)", without(23, 0x20));
        challengeRefused("needed \\(key exchange\\)", without(23, 0x40));
    }

    /** What the client has no reason to refuse, the node sees by the integrity code over all three messages. */
    @Test
    void aWrongIntegrityCode() throws Exception {
        AuthenticationException failure = told(challenge -> {
            challenge[48] ^= 1; // of the version, which says nothing
            return challenge;
        }, AS_THEY_ARE, 0);
        assertEquals(Reason.REJECTED, failure.reason());
        assertTrue(failure.getMessage().contains("rejected user name or password of demo (NTLM"), failure.getMessage());
    }

    @Test
    void aReplyInPlainText() throws Exception {
        replyRefused("it is not sealed, but \"application/soap\\+xml", 0, (soap, type, node) -> new ProtectedBody(type, soap));
    }

    @Test
    void aReplyThatWasChanged() throws Exception {
        replyRefused("signature is wrong", 0, (soap, type, node) -> {
            ProtectedBody sealed = node.seal(soap, type);
            sealed.bytes()[sealed.bytes().length - 30] ^= 1;
            return sealed;
        });
    }

    @Test
    void aReplyThatWasReplayed() throws Exception {
        List<ProtectedBody> earlier = new ArrayList<>();
        replyRefused("message number 0 where number 1 is due: messages were lost, repeated or swapped", 1, (soap, type, node) -> {
            earlier.add(node.seal(soap, type));
            return earlier.getFirst();
        });
    }

    @Test
    void aReplyOutOfOrder() throws Exception {
        replyRefused("message number 1 where number 0 is due", 0, (soap, type, node) -> {
            node.seal(soap, type); // kept back
            return node.seal(soap, type);
        });
    }
}
