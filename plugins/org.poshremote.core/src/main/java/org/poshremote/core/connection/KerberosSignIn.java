package org.poshremote.core.connection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.core.target.KerberosChoice;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.kerberos.Kerberos;
import org.poshremote.wsman.auth.kerberos.KerberosAccount;
import org.poshremote.wsman.auth.kerberos.KerberosOptions;

/** From a target to Kerberos. Without an account it is the one whose tickets this machine has. */
final class KerberosSignIn {
    private KerberosSignIn() {
    }

    static SignIn of(Target target) {
        String words = !target.https() ? "Kerberos, encrypted" : Kerberos.bindsToTls() ? "Kerberos" : "Kerberos, not bound to TLS";
        String user = target.user().strip();
        if (user.startsWith(".\\")) {
            return refused(words, user + " is an account of the node itself, and Kerberos knows only those of a domain. Sign in by NTLM, or as user@REALM.");
        }
        if (!user.isEmpty() && principal(user).isEmpty()) {
            return refused(words, "Kerberos does not know which realm " + user.substring(0, user.indexOf('\\'))
                    + " is. Write the account as user@REALM, where REALM is the DNS name of its domain.");
        }
        if (target.kerberos().keytab().isPresent() && user.isEmpty()) {
            return refused(words, "The target " + target.name() + " names a keytab and no account; a keytab holds keys of several.");
        }
        return new SignIn(words, Optional.empty());
    }

    private static SignIn refused(String words, String refusal) {
        return new SignIn(words, Optional.of(refusal));
    }

    /**
     * The account's name in its realm: "user@corp.example" and "corp.example\\user" become "user@CORP.EXAMPLE", since realms
     * of Active Directory are in capitals and Kerberos tells them apart; "user" stays, in the default realm.
     */
    static Optional<String> principal(String user) {
        int backslash = user.indexOf('\\');
        if (backslash >= 0) {
            String domain = user.substring(0, backslash);
            return domain.indexOf('.') > 0 ? Optional.of(user.substring(backslash + 1) + "@" + domain.toUpperCase(Locale.ROOT)) : Optional.empty();
        }
        int at = user.lastIndexOf('@');
        if (at < 0) {
            return Optional.of(user);
        }
        String realm = user.substring(at + 1);
        boolean small = realm.equals(realm.toLowerCase(Locale.ROOT));
        return Optional.of(user.substring(0, at + 1) + (small ? realm.toUpperCase(Locale.ROOT) : realm));
    }

    static boolean needsPassword(Target target) {
        return !target.user().isBlank() && target.kerberos().keytab().isEmpty();
    }

    static Kerberos factory(Target target, Optional<Secret> password) {
        return factory(target, password, KerberosOptions.DEFAULTS.patience());
    }

    /** @param patience for the realm's servers */
    static Kerberos factory(Target target, Optional<Secret> password, Duration patience) {
        String user = target.user().strip();
        Optional<String> principal = user.isEmpty() ? Optional.empty() : principal(user);
        KerberosAccount account = target.kerberos().keytab().isPresent()
                ? new KerberosAccount.Keytab(Path.of(target.kerberos().keytab().get()), principal.orElseThrow())
                : password.isPresent() && principal.isPresent() ? new KerberosAccount.Password(principal.get(), password.get())
                : new KerberosAccount.Cache(Optional.empty(), principal);
        return new Kerberos(account, options(target.kerberos()).withPatience(patience));
    }

    static KerberosOptions options(KerberosChoice choice) {
        return KerberosOptions.DEFAULTS.withServiceClass(choice.serviceClass()).withServiceHost(choice.serviceHost())
                .withPortInName(choice.portInName()).withDelegate(choice.delegate());
    }
}
