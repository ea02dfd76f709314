package org.poshremote.demo.internal.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.ntlm.AuthenticateMessage;
import org.poshremote.wsman.auth.ntlm.AvPairs;
import org.poshremote.wsman.auth.ntlm.ChallengeMessage;
import org.poshremote.wsman.auth.ntlm.FileTime;
import org.poshremote.wsman.auth.ntlm.NegotiateMessage;
import org.poshremote.wsman.auth.ntlm.NtlmException;
import org.poshremote.wsman.auth.ntlm.NtlmFlags;
import org.poshremote.wsman.auth.ntlm.NtlmKeys;
import org.poshremote.wsman.auth.ntlm.NtlmSession;

/** The service's end of one sign-in by NTLM (MS-NLMP 3.2.5): version 2 alone, one account. Used by one thread at a time. */
public final class NtlmServer implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PROOF = 16;
    /** Where the description of the target begins in the NT response (2.2.2.7, 2.2.2.8). */
    private static final int TARGET_INFO_AT = PROOF + 28;
    private static final int NONE_OF_BINDING = 16;

    private final NtlmAccount account;
    private final Optional<byte[]> channelBinding;
    private final ChannelBindingCheck check;
    private Optional<Pending> pending = Optional.empty();
    private Optional<NtlmSession> session = Optional.empty();
    private boolean sealing;

    private record Pending(byte[] negotiate, byte[] challenge, byte[] random) {
    }

    /**
     * The one account there is.
     *
     * @param password stays the caller's
     */
    public record NtlmAccount(String user, Secret password, String computer) {
    }

    /** @param channelBinding application data of the TLS connection's binding */
    public NtlmServer(NtlmAccount account, Optional<byte[]> channelBinding, ChannelBindingCheck check) {
        this.account = account;
        this.channelBinding = channelBinding;
        this.check = check;
    }

    /** The CHALLENGE message for a NEGOTIATE message. */
    public byte[] challenge(byte[] negotiate) throws NtlmException {
        int asked = NegotiateMessage.parse(negotiate).flags();
        int needed = NtlmFlags.EXTENDED_SESSION_SECURITY | NtlmFlags.KEY_128; // Unicode is for the challenge to say: some clients do not ask
        if ((asked & needed) != needed) {
            throw new NtlmException("the client cannot do NTLM version 2 with 128-bit keys");
        }
        int flags = NtlmFlags.UNICODE | NtlmFlags.NTLM | NtlmFlags.TARGET_TYPE_SERVER | NtlmFlags.TARGET_INFO | NtlmFlags.REQUEST_TARGET
            | NtlmFlags.EXTENDED_SESSION_SECURITY | NtlmFlags.VERSION
            | asked & (NtlmFlags.SIGN | NtlmFlags.SEAL | NtlmFlags.ALWAYS_SIGN | NtlmFlags.KEY_128 | NtlmFlags.KEY_56 | NtlmFlags.KEY_EXCHANGE);
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        AvPairs info = AvPairs.NONE.with(AvPairs.NB_DOMAIN_NAME, account.computer()).with(AvPairs.NB_COMPUTER_NAME, account.computer())
            .with(AvPairs.DNS_COMPUTER_NAME, account.computer()).with(AvPairs.TIMESTAMP, fileTime());
        byte[] challenge = new ChallengeMessage(flags, account.computer(), random, info).encode();
        pending = Optional.of(new Pending(negotiate.clone(), challenge, random));
        return challenge.clone();
    }

    private static byte[] fileTime() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(FileTime.of(Instant.now())).array();
    }

    /**
     * Checks an AUTHENTICATE message; each challenge is good for one.
     *
     * @throws NtlmException where it does not prove the account
     */
    public void authenticate(byte[] bytes) throws NtlmException {
        Pending asked = pending.orElseThrow(() -> new NtlmException("an AUTHENTICATE message without a challenge before it"));
        pending = Optional.empty();
        AuthenticateMessage message = AuthenticateMessage.parse(bytes);
        if (message.ntResponse().length < TARGET_INFO_AT + 4) {
            throw new NtlmException("the response is of NTLM version 1");
        }
        boolean named = message.user().equalsIgnoreCase(account.user())
            && List.of("", ".", account.computer()).stream().anyMatch(message.domain()::equalsIgnoreCase);
        byte[] ntowf = NtlmKeys.ntowf(account.password(), message.user(), message.domain());
        byte[] baseKey = new byte[0];
        byte[] key = new byte[0];
        try {
            byte[] proof = Arrays.copyOf(message.ntResponse(), PROOF);
            byte[] clientPart = Arrays.copyOfRange(message.ntResponse(), PROOF, message.ntResponse().length);
            if (!MessageDigest.isEqual(NtlmKeys.proof(ntowf, asked.random(), clientPart), proof) || !named) {
                throw new NtlmException("user or password");
            }
            baseKey = NtlmKeys.sessionBaseKey(ntowf, proof);
            key = sessionKey(message, baseKey);
            AvPairs info = AvPairs.parse(Arrays.copyOfRange(message.ntResponse(), TARGET_INFO_AT, message.ntResponse().length));
            integrity(info, key, asked, bytes);
            binding(info);
            session = Optional.of(new NtlmSession(key, false));
            sealing = (message.flags() & NtlmFlags.SEAL) != 0;
        } finally {
            Arrays.fill(ntowf, (byte) 0);
            Arrays.fill(baseKey, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] sessionKey(AuthenticateMessage message, byte[] baseKey) throws NtlmException {
        if ((message.flags() & NtlmFlags.KEY_EXCHANGE) == 0) {
            throw new NtlmException("the client exchanges no key");
        }
        if (message.encryptedSessionKey().length != 16) {
            throw new NtlmException("the session key is malformed");
        }
        return NtlmKeys.exchanged(baseKey, message.encryptedSessionKey());
    }

    private static void integrity(AvPairs info, byte[] key, Pending asked, byte[] bytes) throws NtlmException {
        if ((info.flags() & AvPairs.FLAG_MIC) == 0) {
            return; // clients older than Windows Vista
        }
        AuthenticateMessage.Mic mic = AuthenticateMessage.mic(bytes);
        if (!MessageDigest.isEqual(NtlmKeys.mic(key, asked.negotiate(), asked.challenge(), mic.messageWithout()), mic.code())) {
            throw new NtlmException("the integrity code is wrong: a message was changed on its way");
        }
    }

    /** As CbtHardeningLevel has it: a wrong binding is never taken, a missing one by the relaxed check. */
    private void binding(AvPairs info) throws NtlmException {
        if (channelBinding.isEmpty() || check == ChannelBindingCheck.NONE) {
            return;
        }
        Optional<byte[]> sent = info.get(AvPairs.CHANNEL_BINDINGS).filter(hash -> !Arrays.equals(hash, new byte[NONE_OF_BINDING]));
        if (sent.isEmpty() && check == ChannelBindingCheck.STRICT) {
            throw new NtlmException("no channel binding");
        }
        if (sent.isPresent() && !MessageDigest.isEqual(sent.get(), NtlmKeys.channelBindingHash(channelBinding.get()))) {
            throw new NtlmException("the channel binding is of another TLS connection");
        }
    }

    /** Present after {@link #authenticate}. */
    public Optional<NtlmSession> session() {
        return session;
    }

    public String user() {
        return account.user();
    }

    /** Whether both ends agreed to seal messages. */
    public boolean sealing() {
        return sealing;
    }

    @Override
    public void close() {
        session.ifPresent(NtlmSession::close);
    }
}
