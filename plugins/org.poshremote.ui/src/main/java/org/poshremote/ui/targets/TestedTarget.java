package org.poshremote.ui.targets;

import java.time.Instant;
import org.poshremote.core.target.Target;
import org.poshremote.ui.diagnosis.Diagnoses;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.wsman.auth.certificate.ClientCertificateException;

/** What a test of a connection means for the view and for the passwords. */
final class TestedTarget {
    private TestedTarget() {
    }

    static void report(Target target, ConnectionTest.Result result) {
        switch (result) {
            case ConnectionTest.Result.Reached reached -> Diagnoses.get().reached(target);
            case ConnectionTest.Result.Failed failed when failed.tried() -> Diagnoses.get().failed(target, failed.cause());
            default -> {
                // says nothing about the node
            }
        }
        Contact contact = switch (result) {
            case ConnectionTest.Result.Reached reached -> {
                Passwords.get().accepted(target);
                String node = reached.greeting().map(greeting -> greeting.summary().split(",")[0]).orElse(Messages.ConnectionSteps_noGreeting);
                yield new Contact.Reached(Instant.now(), node, reached.took());
            }
            case ConnectionTest.Result.Failed failed -> {
                if (failed.cause().map(Throwable::getCause).orElse(null) instanceof ClientCertificateException certificate
                        && certificate.trouble() == ClientCertificateException.Trouble.WRONG_PASSWORD) {
                    Passwords.get().keyRefused(target, failed.message());
                }
                if (failed.rejected()) {
                    Passwords.get().refused(target, failed.message());
                }
                yield !failed.tried() ? new Contact.Never() : new Contact.Failed(Instant.now(), ConnectionSteps.name(failed.step()) + ": " + failed.message());
            }
            case ConnectionTest.Result.Cancelled cancelled -> new Contact.Never();
        };
        Targets.get().contacted(target, contact);
    }
}
