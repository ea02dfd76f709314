package org.poshremote.wsman.auth.ntlm;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;

/**
 * Sign-in by NTLM version 2 in "Negotiate" headers (MS-WSMV 2.2.9.1): each lane signs in once, with one request more than
 * Basic, and over plain HTTP seals every message. Over HTTPS the sign-in is bound to the node's certificate.
 */
public final class Ntlm implements AuthenticatorFactory {
    private final Account account;
    private final Secret password;
    private final String workstation;

    /** @param password stays the caller's, who closes it when no lane signs in any more */
    public Ntlm(Account account, Secret password) {
        this.account = Objects.requireNonNull(account);
        this.password = Objects.requireNonNull(password);
        this.workstation = workstation(System.getenv());
    }

    /** From the environment, since asking for the host name may ask a name server. */
    private static String workstation(Map<String, String> environment) {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(environment::get).filter(Objects::nonNull).findFirst()
            .map(name -> name.strip().toUpperCase(Locale.ROOT)).filter(name -> name.matches("[A-Z0-9_-]{1,63}")).orElse("");
    }

    @Override
    public String displayName() {
        return "NTLM, encrypted";
    }

    @Override
    public Authenticator forLane() {
        return new NtlmLane(account, password, workstation);
    }
}
