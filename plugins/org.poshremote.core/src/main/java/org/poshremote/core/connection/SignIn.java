package org.poshremote.core.connection;

import java.util.Locale;
import java.util.Optional;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;
import org.poshremote.wsman.auth.ntlm.Ntlm;

/**
 * How a target is signed in to, from its choice to a scheme: the one place where schemes join.
 *
 * @param words   for the person, such as "Basic"
 * @param refusal why the target cannot be signed in to as it is set up; says what to change
 */
public record SignIn(String words, Optional<String> refusal) {
    static final String BASIC = "Basic";

    public static SignIn of(Target target) {
        return switch (target.authentication()) {
            case BASIC -> basic(target);
            case AUTOMATIC, NEGOTIATE -> AutomaticSignIn.of(target);
            case NTLM -> NtlmSignIn.of(target);
            case KERBEROS -> KerberosSignIn.of(target);
            case CREDSSP -> CredSspSignIn.of(target);
            case CERTIFICATE -> new SignIn(target.authentication().id(),
                    Optional.of("The target " + target.name() + " asks for " + target.authentication().id()
                            + ", which this version cannot do yet. It signs in by Kerberos, NTLM or CredSSP, or by Basic over HTTPS."));
        };
    }

    private static SignIn basic(Target target) {
        if (!target.https() && !target.allowUnencrypted()) {
            return new SignIn(BASIC, Optional.of("Basic would send the password readable to " + target.address() + ". Use HTTPS ("
                    + Target.HTTPS_PORT + "), or, for a test node on a network of your own, allow unencrypted traffic for this target."));
        }
        if (target.user().isBlank()) {
            return new SignIn(BASIC, Optional.of("The target " + target.name() + " names no account, and Basic needs one."));
        }
        if (target.user().indexOf(':') >= 0) {
            return new SignIn(BASIC, Optional.of("A user name with a colon cannot sign in by Basic."));
        }
        return new SignIn(BASIC, Optional.empty());
    }

    /** The account in the form in which it is sent: "CORP\\user" for "corp\\user", the principal for Kerberos. */
    public static String account(Target target) {
        try {
            if (target.authentication() == AuthenticationChoice.KERBEROS && !target.user().isBlank()) {
                return KerberosSignIn.principal(target.user().strip()).orElse(target.user());
            }
            Account account = Account.parse(target.user());
            boolean asTyped = target.authentication() == AuthenticationChoice.BASIC || account.form() != Account.Form.DOMAIN;
            return asTyped ? account.toString() : new Account(account.form(), account.domain().toUpperCase(Locale.ROOT), account.name()).toString();
        } catch (IllegalArgumentException e) {
            return target.user(); // refused elsewhere, or none
        }
    }

    /**
     * The words, but where the choice leaves several ways those of what signed in before, if that is still one of them.
     *
     * @param before what signed in to this node at an earlier time
     */
    public static String expected(Target target, Optional<String> before) {
        SignIn signIn = of(target);
        boolean open = target.authentication() == AuthenticationChoice.AUTOMATIC || target.authentication() == AuthenticationChoice.NEGOTIATE;
        return before.filter(words -> open && signIn.refusal().isEmpty() && AutomaticSignIn.possible(target, words)).orElse(signIn.words());
    }

    /** What signed in last to this target where its choice leaves that to us, in words: "NTLM, encrypted". Of this process alone. */
    public static Optional<String> remembered(Target target) {
        return AutomaticSignIn.remembered(target);
    }

    /** Whether a password has to be had. */
    public static boolean needsPassword(Target target) {
        return switch (target.authentication()) {
            case CERTIFICATE -> false;
            case KERBEROS -> KerberosSignIn.needsPassword(target);
            case AUTOMATIC, BASIC, NTLM, NEGOTIATE, CREDSSP -> true;
        };
    }

    /**
     * The scheme itself, behind the {@link LockOutGuard}. The secret stays the caller's, who closes it after the connection.
     *
     * @param password there unless {@link #needsPassword} says that none is needed
     * @throws IllegalStateException where there is a refusal
     */
    public static AuthenticatorFactory factory(Target target, Optional<Secret> password) {
        of(target).refusal().ifPresent(refusal -> {
            throw new IllegalStateException(refusal);
        });
        AuthenticatorFactory scheme = switch (target.authentication()) {
            case KERBEROS -> KerberosSignIn.factory(target, password);
            case NTLM -> new Ntlm(Account.parse(target.user()), password.orElseThrow());
            case AUTOMATIC, NEGOTIATE -> AutomaticSignIn.factory(target, password.orElseThrow());
            case BASIC -> new Basic(target.user(), password.orElseThrow(), target.allowUnencrypted());
            case CREDSSP -> CredSspSignIn.factory(target, password.orElseThrow());
            case CERTIFICATE -> throw new IllegalStateException(target.authentication().id());
        };
        return password.<AuthenticatorFactory>map(secret -> new GuardedSignIn(scheme, LockOutGuard.ofThisProcess().guard(target, secret)))
            .orElse(scheme);
    }
}
