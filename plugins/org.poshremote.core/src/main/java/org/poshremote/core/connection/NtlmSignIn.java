package org.poshremote.core.connection;

import java.util.Optional;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.auth.Account;

/** From a target to NTLM. */
final class NtlmSignIn {
    /** Over HTTP the messages are sealed, over HTTPS TLS encrypts them. */
    static final String WORDS = "NTLM, encrypted";

    private NtlmSignIn() {
    }

    static SignIn of(Target target) {
        return new SignIn(WORDS, target.user().isBlank()
            ? Optional.of("The target " + target.name() + " names no account, and NTLM needs one.") : malformed(target));
    }

    static Optional<String> malformed(Target target) {
        try {
            Account.parse(target.user());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
