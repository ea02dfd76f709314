package org.poshremote.wsman.auth.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;

/**
 * The client's end of one sign-in (MS-NLMP 3.1.5.1). Version 2 only: a challenge that would make it something weaker is
 * refused before anything derived from the password is sent. Used by one thread at a time.
 */
public final class NtlmInitiator implements AutoCloseable {
    private static final int NO_RESPONSE = 24;
    private static final int HASH = 16;

    private final Account account;
    private final Secret password;
    private final NtlmOptions options;
    private final Chance chance;
    private byte[] negotiate = new byte[0];
    private Optional<NtlmSession> session = Optional.empty();

    /** @param password stays the caller's */
    public NtlmInitiator(Account account, Secret password, NtlmOptions options) {
        this(account, password, options, Chance.SECURE);
    }

    NtlmInitiator(Account account, Secret password, NtlmOptions options, Chance chance) {
        this.account = Objects.requireNonNull(account);
        this.password = Objects.requireNonNull(password);
        this.options = Objects.requireNonNull(options);
        this.chance = chance;
    }

    private int wanted() {
        return NtlmFlags.REQUIRED | NtlmFlags.REQUEST_TARGET | NtlmFlags.ALWAYS_SIGN | NtlmFlags.VERSION | NtlmFlags.KEY_56
            | (options.seal() ? NtlmFlags.SEAL : 0);
    }

    /** The NEGOTIATE message. */
    public byte[] negotiate() {
        negotiate = new NegotiateMessage(wanted()).encode();
        return negotiate.clone();
    }

    /**
     * The AUTHENTICATE message; afterwards there is a {@link #session}.
     *
     * @throws NtlmException where the challenge is malformed or asks for something weaker; nothing is sent then
     */
    public byte[] authenticate(byte[] challengeBytes) throws NtlmException {
        ChallengeMessage challenge = ChallengeMessage.parse(challengeBytes);
        int required = NtlmFlags.REQUIRED | (options.seal() ? NtlmFlags.SEAL : 0);
        int missing = required & ~challenge.flags();
        if (missing != 0) {
            throw new NtlmException("it does without protection that is needed (" + NtlmWords.protections(missing) + ")");
        }
        AvPairs server = challenge.targetInfo();
        Optional<byte[]> timestamp = server.get(AvPairs.TIMESTAMP);
        if (timestamp.isPresent() && timestamp.get().length != 8) {
            throw new NtlmException("the time in the description of the target is malformed");
        }
        boolean withMic = timestamp.isPresent();
        long time = timestamp.map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong()).orElseGet(chance::fileTime);
        byte[] clientChallenge = chance.clientChallenge();
        byte[] clientPart = NtlmKeys.clientPart(time, clientChallenge, targetInfo(server, withMic));
        String domain = domain(server);
        String user = account.form() == Account.Form.PRINCIPAL ? account.toString() : account.name();
        byte[] ntowf = NtlmKeys.ntowf(password, user, domain);
        byte[] sessionKey = chance.sessionKey();
        byte[] baseKey = new byte[0];
        try {
            byte[] proof = NtlmKeys.proof(ntowf, challenge.serverChallenge(), clientPart);
            baseKey = NtlmKeys.sessionBaseKey(ntowf, proof);
            byte[] lm = withMic ? new byte[NO_RESPONSE]
                : joined(NtlmKeys.proof(ntowf, challenge.serverChallenge(), clientChallenge), clientChallenge);
            byte[] message = new AuthenticateMessage(wanted() & challenge.flags(), lm, joined(proof, clientPart), domain, user,
                options.workstation(), NtlmKeys.exchanged(baseKey, sessionKey)).encode(withMic);
            if (withMic) {
                byte[] mic = NtlmKeys.mic(sessionKey, negotiate, challengeBytes, message);
                System.arraycopy(mic, 0, message, AuthenticateMessage.MIC_AT, AuthenticateMessage.MIC_LENGTH);
            }
            close();
            session = Optional.of(new NtlmSession(sessionKey, true));
            return message;
        } finally {
            Arrays.fill(ntowf, (byte) 0);
            Arrays.fill(baseKey, (byte) 0);
            Arrays.fill(sessionKey, (byte) 0);
        }
    }

    /** What the service said about itself, with what we mean by it (3.1.5.1.2): service name, TLS connection, integrity code. */
    private byte[] targetInfo(AvPairs server, boolean withMic) {
        AvPairs pairs = withMic ? server.withFlags(server.flags() | AvPairs.FLAG_MIC) : server;
        pairs = pairs.with(AvPairs.CHANNEL_BINDINGS, options.channelBinding().map(NtlmKeys::channelBindingHash).orElseGet(() -> new byte[HASH]));
        if (options.targetName().isPresent()) {
            pairs = pairs.with(AvPairs.TARGET_NAME, options.targetName().get());
        }
        return pairs.encode();
    }

    /** Upper case: with another one, services lose track of the keys (empty HTTP 400). */
    private String domain(AvPairs server) {
        return switch (account.form()) {
            case PLAIN, PRINCIPAL -> "";
            case NODE -> server.text(AvPairs.NB_COMPUTER_NAME).orElse(".");
            case DOMAIN -> account.domain().toUpperCase(Locale.ROOT);
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** Present after {@link #authenticate}. Its keys are wiped with this. */
    public Optional<NtlmSession> session() {
        return session;
    }

    @Override
    public void close() {
        session.ifPresent(NtlmSession::close);
    }
}
