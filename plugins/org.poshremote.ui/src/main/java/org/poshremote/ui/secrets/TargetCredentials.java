package org.poshremote.ui.secrets;

import java.util.Optional;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;

/** What runs, tests and diagnoses sign in with: typed in this session, kept, or asked for. */
public final class TargetCredentials implements CredentialSource {
    @Override
    public Optional<Secret> password(Target target) {
        return Passwords.get().password(target);
    }

    @Override
    public Optional<Secret> keyPassword(Target target) {
        return Passwords.get().keyPassword(target);
    }
}
