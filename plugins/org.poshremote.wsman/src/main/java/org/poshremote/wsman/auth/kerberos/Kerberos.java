package org.poshremote.wsman.auth.kerberos;

import java.util.Objects;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.kerberos.internal.TicketSource;
import org.poshremote.wsman.auth.kerberos.internal.TlsBinding;

/**
 * Sign-in by Kerberos with the JDK's GSS-API. Tickets are had once and serve all lanes; each lane signs in once, and over
 * plain HTTP seals every message with the keys that this gave. Realm and servers are those of the krb5.conf in force,
 * which is one for the whole JVM. Blocks on the realm's servers, at most as long as the options say.
 */
public final class Kerberos implements AuthenticatorFactory {
    private final KerberosAccount account;
    private final KerberosOptions options;
    private final TicketSource tickets;

    public Kerberos(KerberosAccount account, KerberosOptions options) {
        this.account = Objects.requireNonNull(account);
        this.options = Objects.requireNonNull(options);
        this.tickets = new TicketSource(account);
    }

    /** Whether sign-ins over HTTPS are tied to the TLS connection; without that a node that insists on it refuses them. */
    public static boolean bindsToTls() {
        return TlsBinding.available();
    }

    @Override
    public String displayName() {
        return "Kerberos";
    }

    /**
     * A sign-in inside another one, which binds it to its own TLS: no channel binding, and never with delegation.
     *
     * @throws AuthenticationException where there is no ticket for the service
     */
    public KerberosInitiator initiator(LaneFacts lane) throws AuthenticationException {
        return KerberosInitiator.begin(account, options.withDelegate(false), KerberosOptions.Mechanism.NEGOTIATE, tickets, lane, false);
    }

    @Override
    public Authenticator forLane() {
        return new KerberosLane(account, options, tickets);
    }
}
