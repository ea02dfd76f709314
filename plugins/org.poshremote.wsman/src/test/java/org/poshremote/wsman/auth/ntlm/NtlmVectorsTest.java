package org.poshremote.wsman.auth.ntlm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;

/** The examples of MS-NLMP section 4.2 (common values in 4.2.1, NTLMv2 in 4.2.4), of RFC 1320 A.5 and of RFC 6229. */
class NtlmVectorsTest {
    private static final byte[] SERVER_CHALLENGE = hex("0123456789abcdef");
    private static final byte[] CLIENT_CHALLENGE = hex("aaaaaaaaaaaaaaaa");
    private static final byte[] SESSION_KEY = hex("55555555555555555555555555555555");
    /** 4.2.4.3. */
    private static final byte[] CHALLENGE = hex("4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef"
        + "00000000000000002400240044000000" + "060070170000000f53006500720076006500720002000c0044006f006d006100"
        + "69006e0001000c0053006500720076006500720000000000");
    private static final Chance FIXED = new Chance() {
        @Override
        public byte[] clientChallenge() {
            return CLIENT_CHALLENGE.clone();
        }

        @Override
        public byte[] sessionKey() {
            return SESSION_KEY.clone();
        }

        @Override
        public long fileTime() {
            return 0;
        }
    };

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static void hex(String expected, byte[] actual) {
        assertEquals(expected, HexFormat.of().formatHex(actual));
    }

    private static byte[] ntowf() {
        try (Secret password = Secret.of("Password".toCharArray())) {
            return NtlmKeys.ntowf(password, "User", "Domain");
        }
    }

    @Test
    void md4() {
        hex("31d6cfe0d16ae931b73c59d7e0c089c0", Md4.hash(new byte[0]));
        hex("bde52cb31de33e46245e05fbdbd6fb24", Md4.hash("a".getBytes(StandardCharsets.US_ASCII)));
        hex("d9130a8164549fe818874806e1c7014b", Md4.hash("message digest".getBytes(StandardCharsets.US_ASCII)));
        hex("e33b4ddc9c38f2199c3e7b164fcc0536",
            Md4.hash("12345678901234567890123456789012345678901234567890123456789012345678901234567890".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void rc4() {
        Rc4 cipher = new Rc4(hex("0102030405060708090a0b0c0d0e0f10"));
        hex("9ac7cc9a609d1ef7b2932899cde41b97", cipher.next(new byte[16]));
        hex("5248c4959014126a6e8a84f11d1a9e1c", cipher.next(new byte[16]));
    }

    @Test
    void hmac() { // RFC 2202 section 2, case 2
        hex("750c783e6ab0b503eaa86e310a5db738", Md5.hmac("Jefe".getBytes(StandardCharsets.US_ASCII),
            "what do ya want ".getBytes(StandardCharsets.US_ASCII), "for nothing?".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void keys() throws NtlmException {
        hex("0c868a403bfd7a93a3001ef22ef02e3f", ntowf()); // 4.2.4.1.1
        byte[] info = ChallengeMessage.parse(CHALLENGE).targetInfo().encode();
        byte[] part = NtlmKeys.clientPart(0, CLIENT_CHALLENGE, info);
        hex("01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e00"
            + "01000c005300650072007600650072000000000000000000", part); // 4.2.4.1.3
        byte[] proof = NtlmKeys.proof(ntowf(), SERVER_CHALLENGE, part);
        hex("68cd0ab851e51c96aabc927bebef6a1c", proof); // 4.2.4.2.2
        hex("86c35097ac9cec102554764a57cccc19", NtlmKeys.proof(ntowf(), SERVER_CHALLENGE, CLIENT_CHALLENGE)); // 4.2.4.2.1
        byte[] base = NtlmKeys.sessionBaseKey(ntowf(), proof);
        hex("8de40ccadbc14a82f15cb0ad0de95ca3", base); // 4.2.4.1.2
        hex("c5dad2544fc9799094ce1ce90bc9d03e", NtlmKeys.exchanged(base, SESSION_KEY)); // 4.2.4.2.3
        hex("59f600973cc4960a25480a7c196e4c58", NtlmKeys.sealingKey(SESSION_KEY, true)); // 4.2.4.4
        hex("4788dc861b4782f35d43fd98fe1a2d39", NtlmKeys.signingKey(SESSION_KEY, true));
    }

    @Test
    void challenge() throws NtlmException {
        ChallengeMessage challenge = ChallengeMessage.parse(CHALLENGE);
        assertEquals(0xe28a8233, challenge.flags());
        assertEquals("Server", challenge.targetName());
        assertArrayEquals(SERVER_CHALLENGE, challenge.serverChallenge());
        assertEquals(Optional.of("Domain"), challenge.targetInfo().text(AvPairs.NB_DOMAIN_NAME));
        assertEquals(Optional.of("Server"), challenge.targetInfo().text(AvPairs.NB_COMPUTER_NAME));
    }

    @Test
    void authenticate() throws NtlmException { // 4.2.4.3
        byte[] message = hex("4e544c4d5353500003000000180018006c00000054005400840000000c000c0048000000080008005400000010001000"
            + "5c00000010001000d8000000358288e20501280a0000000f44006f006d00610069006e005500730065007200"
            + "43004f004d0050005500540045005200" + "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"
            + "68cd0ab851e51c96aabc927bebef6a1c" + "01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e00"
            + "01000c005300650072007600650072000000000000000000" + "c5dad2544fc9799094ce1ce90bc9d03e");
        AuthenticateMessage parsed = AuthenticateMessage.parse(message);
        assertEquals("Domain", parsed.domain());
        assertEquals("User", parsed.user());
        assertEquals("COMPUTER", parsed.workstation());
        byte[] written = parsed.encode(false);
        System.arraycopy(message, 64, written, 64, 8); // the version, which is for debugging
        assertArrayEquals(message, written);
    }

    @Test
    void sealing() { // 4.2.4.4: the example's flags are those that every session of ours has
        NtlmSession.Sealed sealed = new NtlmSession(SESSION_KEY, true).seal("Plaintext".getBytes(StandardCharsets.UTF_16LE));
        hex("54e50165bf1936dc996020c1811b0f06fb5f", sealed.data());
        hex("010000007fb38ec5c55d497600000000", sealed.signature());
    }

    /** The example has no timestamp, so there is an LM response and no integrity code; we add channel binding to the description. */
    @Test
    void theInitiatorComputesWhatTheExampleHas() throws NtlmException {
        try (Secret password = Secret.of("Password".toCharArray());
                NtlmInitiator initiator = new NtlmInitiator(Account.parse("Domain\\User"), password,
                    new NtlmOptions(true, Optional.empty(), Optional.empty(), "COMPUTER"), FIXED)) {
            initiator.negotiate();
            AuthenticateMessage message = AuthenticateMessage.parse(initiator.authenticate(CHALLENGE));
            assertEquals("DOMAIN", message.domain());
            byte[] ntowf = NtlmKeys.ntowf(password, "User", "DOMAIN");
            assertArrayEquals(NtlmKeys.proof(ntowf, SERVER_CHALLENGE, CLIENT_CHALLENGE), Arrays.copyOf(message.lmResponse(), 16));
            byte[] part = Arrays.copyOfRange(message.ntResponse(), 16, message.ntResponse().length);
            byte[] proof = Arrays.copyOf(message.ntResponse(), 16);
            assertArrayEquals(NtlmKeys.proof(ntowf, SERVER_CHALLENGE, part), proof);
            AvPairs info = AvPairs.parse(Arrays.copyOfRange(part, 28, part.length));
            assertArrayEquals(new byte[16], info.get(AvPairs.CHANNEL_BINDINGS).orElseThrow());
            assertEquals(0, info.flags());
            assertArrayEquals(SESSION_KEY, NtlmKeys.exchanged(NtlmKeys.sessionBaseKey(ntowf, proof), message.encryptedSessionKey()));
            assertFalse(initiator.session().isEmpty());
        }
    }
}
