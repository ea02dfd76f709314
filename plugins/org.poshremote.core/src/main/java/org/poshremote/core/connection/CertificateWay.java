package org.poshremote.core.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.certificate.CertificateLocation;
import org.poshremote.wsman.auth.certificate.CertificateSignIn;
import org.poshremote.wsman.auth.certificate.ClientCertificate;

/** From a target to its client certificate. */
final class CertificateWay {
    static final String WORDS = "Certificate";

    private CertificateWay() {
    }

    static SignIn of(Target target) {
        if (target.certificate().isEmpty()) {
            return refused("The target " + target.name() + " signs in by certificate and names none: give it a file (.pfx, .p12, PEM), or one of this system.");
        }
        if (!target.https()) {
            return refused("A client certificate is shown in TLS: the target " + target.name() + " has to use HTTPS (" + Target.HTTPS_PORT + ").");
        }
        try {
            location(target.certificate().get());
            return new SignIn(WORDS, Optional.empty());
        } catch (InvalidPathException e) {
            return refused("The target " + target.name() + " names a file that this system cannot have: " + e.getInput());
        }
    }

    private static SignIn refused(String why) {
        return new SignIn(WORDS, Optional.of(why));
    }

    /** Whether it is among the ways of a target that leaves the choice to us. */
    static boolean possible(Target target) {
        return target.certificate().isPresent() && of(target).refusal().isEmpty();
    }

    static boolean needsPassword(Target target) {
        return of(target).refusal().isEmpty() && ClientCertificate.needsPassword(location(target.certificate().orElseThrow()));
    }

    static CertificateSignIn factory(Target target, Optional<Secret> keyPassword) {
        return new CertificateSignIn(location(target.certificate().orElseThrow()), keyPassword);
    }

    static CertificateLocation location(CertificateChoice choice) {
        return switch (choice) {
            case CertificateChoice.InFile file -> new CertificateLocation.File(Path.of(file.file()), file.keyFile().map(Path::of));
            case CertificateChoice.InStore store -> new CertificateLocation.Store(store.which());
        };
    }
}
