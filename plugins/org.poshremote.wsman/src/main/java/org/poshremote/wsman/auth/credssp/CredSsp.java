package org.poshremote.wsman.auth.credssp;

import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.kerberos.Kerberos;

/**
 * Sign-in by CredSSP (MS-CSSP, MS-WSMV 2.2.9.1.3): the node gets the password itself, to use it on further machines, once it
 * has proved who it is. Five requests more than Basic. Over plain HTTP every message is sealed.
 */
public final class CredSsp implements AuthenticatorFactory {
    private final Account account;
    private final Secret password;
    private final Optional<Kerberos> kerberos;

    /**
     * @param password stays the caller's, who closes it when no lane signs in any more
     * @param kerberos tried first for the sign-in inside, with NTLM where it has no ticket
     */
    public CredSsp(Account account, Secret password, Optional<Kerberos> kerberos) {
        this.account = Objects.requireNonNull(account);
        this.password = Objects.requireNonNull(password);
        this.kerberos = Objects.requireNonNull(kerberos);
    }

    @Override
    public String displayName() {
        return "CredSSP";
    }

    @Override
    public Authenticator forLane() {
        return new CredSspLane(account, password, kerberos);
    }
}
