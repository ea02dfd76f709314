package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;

/**
 * How a target is signed in to, from its choice to a scheme: the one place where schemes join.
 *
 * @param words   for the person, such as "Basic"
 * @param refusal why the target cannot be signed in to as it is set up; says what to change
 */
public record SignIn(String words, Optional<String> refusal) {
    public static SignIn of(Target target) {
        return switch (target.authentication()) {
            case BASIC -> basic(target, "Basic");
            case AUTOMATIC -> basic(target, "Basic, automatic");
            case KERBEROS -> KerberosSignIn.of(target);
            case NTLM, NEGOTIATE, CREDSSP, CERTIFICATE -> new SignIn(target.authentication().id(),
                    Optional.of("The target " + target.name() + " asks for " + target.authentication().id()
                            + ", which this version cannot do yet. It signs in by Kerberos, or by Basic over HTTPS."));
        };
    }

    private static SignIn basic(Target target, String words) {
        if (!target.https() && !target.allowUnencrypted()) {
            return new SignIn(words, Optional.of("Basic would send the password readable to " + target.address() + ". Use HTTPS ("
                    + Target.HTTPS_PORT + "), or, for a test node on a network of your own, allow unencrypted traffic for this target."));
        }
        if (target.user().isBlank()) {
            return new SignIn(words, Optional.of("The target " + target.name() + " names no account, and Basic needs one."));
        }
        if (target.user().indexOf(':') >= 0) {
            return new SignIn(words, Optional.of("A user name with a colon cannot sign in by Basic."));
        }
        return new SignIn(words, Optional.empty());
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
     * The scheme itself. The secret stays the caller's, who closes it after the connection.
     *
     * @param password there unless {@link #needsPassword} says that none is needed
     * @throws IllegalStateException where there is a refusal
     */
    public static AuthenticatorFactory factory(Target target, Optional<Secret> password) {
        of(target).refusal().ifPresent(refusal -> {
            throw new IllegalStateException(refusal);
        });
        if (target.authentication() == AuthenticationChoice.KERBEROS) {
            return KerberosSignIn.factory(target, password);
        }
        return new Basic(target.user(), password.orElseThrow(), target.allowUnencrypted());
    }
}
