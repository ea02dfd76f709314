package org.poshremote.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.Target;

/** Which ways of signing in can be chosen: those that this version can do. */
public final class SignInChoices {
    private SignInChoices() {
    }

    /** @param current is among them in any case, so that a file of another version stays as it is */
    public static List<AuthenticationChoice> offered(AuthenticationChoice current) {
        return Arrays.stream(AuthenticationChoice.values()).filter(choice -> choice == current || possible(choice)).toList();
    }

    private static boolean possible(AuthenticationChoice choice) {
        return SignIn.of(Target.at("node").https(true).user("account").certificate(Optional.of(new CertificateChoice.InStore("any"))).authentication(choice).build()).refusal().isEmpty();
    }
}
