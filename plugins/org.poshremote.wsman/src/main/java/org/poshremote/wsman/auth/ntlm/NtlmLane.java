package org.poshremote.wsman.auth.ntlm;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.ChannelBinding;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;

/** NTLM on one connection. */
final class NtlmLane implements Authenticator {
    private static final String HEADER = "Negotiate";

    private enum State { NEW, ASKED, PROVED }

    private final Account account;
    private final Secret password;
    private final String workstation;
    private State state = State.NEW;
    private Optional<NtlmInitiator> initiator = Optional.empty();
    private Optional<Sealing> sealing = Optional.empty();

    NtlmLane(Account account, Secret password, String workstation) {
        this.account = account;
        this.password = password;
        this.workstation = workstation;
    }

    @Override
    public String scheme() {
        return "NTLM";
    }

    @Override
    public Step first(LaneFacts lane) {
        close();
        NtlmOptions options = new NtlmOptions(!lane.endpoint().https(), Optional.of("HTTP/" + lane.endpoint().host()),
            lane.serverCertificate().flatMap(ChannelBinding::tlsServerEndPoint), workstation);
        NtlmInitiator fresh = new NtlmInitiator(account, password, options);
        initiator = Optional.of(fresh);
        state = State.ASKED;
        return new Step(Optional.of(header(fresh.negotiate())), false);
    }

    @Override
    public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        List<String> offered = Challenges.schemes(challenges);
        if (state != State.ASKED || initiator.isEmpty()) {
            throw failure(lane, Reason.REJECTED, offered, lane.endpoint() + " rejected user name or password of " + account + " (NTLM; "
                + account.meaning() + ").", null);
        }
        if (offered.stream().noneMatch(HEADER::equalsIgnoreCase)) {
            throw failure(lane, Reason.NOT_OFFERED, offered, lane.endpoint() + " does not offer Negotiate, by which NTLM signs in; it offers "
                + (offered.isEmpty() ? "nothing" : String.join(", ", offered)) + ".", null);
        }
        Optional<String> token = Challenges.token(challenges, HEADER).filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            throw failure(lane, Reason.NOT_OFFERED, offered, lane.endpoint() + " offers Negotiate, but takes no NTLM:"
                + " a policy there may allow Kerberos only.", null);
        }
        byte[] proof;
        try {
            proof = initiator.get().authenticate(decoded(token.get()));
        } catch (NtlmException e) {
            throw failure(lane, Reason.MECHANISM, offered, "The NTLM challenge of " + lane.endpoint() + " was refused: " + e.getMessage()
                + ". Nothing of the password was sent.", e);
        }
        state = State.PROVED;
        sealing = lane.endpoint().https() ? Optional.empty() : initiator.get().session().map(NtlmSealing::new);
        return new Step(Optional.of(header(proof)), true);
    }

    @Override
    public void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        if (state != State.PROVED) {
            throw failure(lane, Reason.PEER_NOT_VERIFIED, Challenges.schemes(challenges), lane.endpoint()
                + " answered without a sign-in where one by NTLM was begun, so nothing was sent to it.", null);
        }
    }

    private static String header(byte[] token) {
        return HEADER + " " + Base64.getEncoder().encodeToString(token);
    }

    private static byte[] decoded(String token) throws NtlmException {
        try {
            return Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw new NtlmException("the token is not Base64");
        }
    }

    private AuthenticationException failure(LaneFacts lane, Reason reason, List<String> offered, String message, Throwable cause) {
        return new AuthenticationException(lane.endpoint(), scheme(), reason, offered, message, cause);
    }

    @Override
    public Optional<Sealing> sealing() {
        return sealing;
    }

    @Override
    public void close() {
        initiator.ifPresent(NtlmInitiator::close);
    }
}
