package org.poshremote.wsman.auth.kerberos.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.poshremote.wsman.auth.kerberos.KerberosAccount;

/** Has the account's tickets from the JDK's login module, and keeps them for as long as they are good. Thread-safe. */
public final class TicketSource {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    /** A ticket with less life left is not begun with. */
    private static final Duration LEAST_LIFE = Duration.ofMinutes(2);
    private final KerberosAccount account;
    private Optional<Subject> held = Optional.empty();

    public TicketSource(KerberosAccount account) {
        this.account = account;
    }

    /** May ask the realm's server, for as long as the JDK waits. */
    public synchronized Subject subject() throws LoginException {
        if (held.filter(TicketSource::current).isEmpty()) {
            held = Optional.of(switch (account) {
                case KerberosAccount.Password password -> password.secret().<Outcome>use(secret -> login(handler(secret))).get();
                case KerberosAccount.Cache cache -> login(handler(new char[0])).get();
                case KerberosAccount.Keytab keytab -> login(handler(new char[0])).get();
            });
        }
        return held.get();
    }

    /** Tickets that the node refused are not used again. */
    public synchronized void forget() {
        held = Optional.empty();
    }

    private static boolean current(Subject subject) {
        Instant least = Instant.now().plus(LEAST_LIFE);
        return subject.getPrivateCredentials(KerberosTicket.class).stream()
            .filter(ticket -> ticket.getServer().getName().startsWith("krbtgt/"))
            .anyMatch(ticket -> !ticket.isDestroyed() && ticket.getEndTime().toInstant().isAfter(least));
    }

    /** A login's result that can leave a lambda. */
    private record Outcome(Optional<Subject> subject, Optional<LoginException> failure) {
        Subject get() throws LoginException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return subject.orElseThrow();
        }
    }

    private Outcome login(CallbackHandler handler) {
        try {
            LoginContext login = new LoginContext("poshremote", new Subject(), handler, configuration());
            login.login();
            return new Outcome(Optional.of(login.getSubject()), Optional.empty());
        } catch (LoginException e) {
            return new Outcome(Optional.empty(), Optional.of(e));
        }
    }

    /** In code, so that nobody needs a JAAS file and none that is there interferes. */
    private Configuration configuration() {
        Map<String, String> options = new HashMap<>();
        options.put("isInitiator", "true");
        options.put("refreshKrb5Config", "true"); // a person who mends krb5.conf need not start anew
        switch (account) {
            case KerberosAccount.Cache cache -> {
                options.put("useTicketCache", "true");
                options.put("doNotPrompt", "true");
                cache.file().ifPresent(file -> options.put("ticketCache", file.toString()));
                cache.principal().ifPresent(principal -> options.put("principal", principal));
            }
            case KerberosAccount.Keytab keytab -> {
                options.put("useKeyTab", "true");
                options.put("doNotPrompt", "true");
                options.put("keyTab", keytab.file().toString());
                options.put("principal", keytab.principal());
            }
            case KerberosAccount.Password password -> {
                options.put("principal", password.principal());
                options.put("clearPass", "true");
            }
        }
        AppConfigurationEntry entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    private static CallbackHandler handler(char[] password) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof PasswordCallback asked && password.length > 0) {
                    asked.setPassword(password); // it copies
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }
}
