package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.Basic;

/**
 * How a target is signed in to, from its choice to a scheme. Basic is the one scheme there is so far; another joins here.
 *
 * @param words   for the person, such as "Basic"
 * @param refusal why the target cannot be signed in to as it is set up; says what to change
 */
public record SignIn(String words, Optional<String> refusal) {
    public static SignIn of(Target target) {
        return switch (target.authentication()) {
            case BASIC -> basic(target, "Basic");
            case AUTOMATIC -> basic(target, "Basic, automatic");
            case NTLM, KERBEROS, NEGOTIATE, CREDSSP, CERTIFICATE -> new SignIn(target.authentication().id(),
                    Optional.of("The target " + target.name() + " asks for " + target.authentication().id()
                            + ", which this version cannot do yet. It signs in by Basic, over HTTPS."));
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
        return target.authentication() != AuthenticationChoice.CERTIFICATE;
    }

    /**
     * The scheme itself. The secret stays the caller's, who closes it after the connection.
     *
     * @throws IllegalStateException where there is a refusal
     */
    public static AuthenticatorFactory factory(Target target, Secret password) {
        of(target).refusal().ifPresent(refusal -> {
            throw new IllegalStateException(refusal);
        });
        return new Basic(target.user(), password, target.allowUnencrypted());
    }
}
