package org.poshremote.wsman.auth.credssp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.ntlm.NtlmException;
import org.poshremote.wsman.auth.ntlm.NtlmInitiator;
import org.poshremote.wsman.auth.ntlm.NtlmOptions;
import org.poshremote.wsman.auth.ntlm.NtlmSession;

/** NTLM version 2; not bound to a TLS connection by itself, since CredSSP binds it. */
final class NtlmInside implements InnerMechanism {
    private final LaneFacts lane;
    private final NtlmInitiator initiator;

    NtlmInside(LaneFacts lane, Account account, Secret password) {
        this.lane = lane;
        this.initiator = new NtlmInitiator(account, password,
            new NtlmOptions(true, Optional.of("TERMSRV/" + lane.endpoint().host()), Optional.empty(), ""));
    }

    @Override
    public String name() {
        return "NTLM";
    }

    @Override
    public byte[] firstToken() {
        return initiator.negotiate();
    }

    @Override
    public byte[] next(byte[] token) throws AuthenticationException {
        try {
            return initiator.authenticate(token);
        } catch (NtlmException e) {
            throw new AuthenticationException(lane.endpoint(), "CredSSP", Reason.MECHANISM, List.of(), "The NTLM challenge of "
                + lane.endpoint() + " was refused: " + e.getMessage() + ". Nothing of the password was sent.", e);
        }
    }

    @Override
    public boolean seals() {
        return initiator.session().isPresent();
    }

    @Override
    public boolean triesPassword() {
        return seals();
    }

    private NtlmSession session() {
        return initiator.session().orElseThrow(() -> new IllegalStateException("no keys yet"));
    }

    @Override
    public byte[] seal(byte[] plain) {
        NtlmSession.Sealed sealed = session().seal(plain);
        byte[] joined = Arrays.copyOf(sealed.signature(), sealed.signature().length + sealed.data().length);
        System.arraycopy(sealed.data(), 0, joined, sealed.signature().length, sealed.data().length);
        return joined;
    }

    @Override
    public byte[] open(byte[] sealed) throws SealingException {
        if (sealed.length < NtlmSession.SIGNATURE_LENGTH) {
            throw new SealingException("it is shorter than a signature");
        }
        try {
            return session().open(Arrays.copyOf(sealed, NtlmSession.SIGNATURE_LENGTH),
                Arrays.copyOfRange(sealed, NtlmSession.SIGNATURE_LENGTH, sealed.length));
        } catch (NtlmException e) {
            throw new SealingException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        initiator.close();
    }
}
