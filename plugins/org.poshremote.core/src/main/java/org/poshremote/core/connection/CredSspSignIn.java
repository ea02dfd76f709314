package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.credssp.CredSsp;
import org.poshremote.wsman.auth.kerberos.Kerberos;

/** From a target to CredSSP: inside of it Kerberos where account and node have names for it, else NTLM. Never chosen by itself. */
final class CredSspSignIn {
    private CredSspSignIn() {
    }

    static SignIn of(Target target) {
        return new SignIn(target.https() ? "CredSSP" : "CredSSP, encrypted", target.user().isBlank()
            ? Optional.of("The target " + target.name() + " names no account, and CredSSP needs one with its password.") : NtlmSignIn.malformed(target));
    }

    static AuthenticatorFactory factory(Target target, Secret password) {
        Target byPassword = target.toBuilder().kerberos(choice -> choice.withKeytab(Optional.empty())).build();
        Optional<Kerberos> kerberos = AutomaticSignIn.kerberos(byPassword)
            ? Optional.of(KerberosSignIn.factory(byPassword, Optional.of(password), AutomaticSignIn.KERBEROS_PATIENCE)) : Optional.empty();
        return new CredSsp(Account.parse(target.user()), password, kerberos);
    }
}
