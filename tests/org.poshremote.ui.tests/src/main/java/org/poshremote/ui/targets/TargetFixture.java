package org.poshremote.ui.targets;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Shell;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;

/** Targets for tests of other packages. */
public final class TargetFixture {
    private TargetFixture() {
    }

    /** One reached, one failed. */
    public static void states() {
        Targets.get().find("web01").ifPresent(stored -> Targets.get().contacted(stored.definition(),
                new Contact.Reached(Instant.now(), "PowerShell 5.1.17763.1", Duration.ofMillis(212))));
        Targets.get().find("web02").ifPresent(stored -> Targets.get().contacted(stored.definition(),
                new Contact.Failed(Instant.now(), "Port: nobody listens on port 5986")));
    }

    public static WizardDialog wizard(Shell parent) {
        return new WizardDialog(parent, Targets.get().find("web01").map(NewTargetWizard::edit).orElseGet(NewTargetWizard::new));
    }

    public static WizardDialog wizard(Shell parent, Target like) {
        return new WizardDialog(parent, NewTargetWizard.like(like));
    }

    /** As the open wizard would save it. */
    public static TrustChoice trust(WizardDialog dialog) {
        return ((NewTargetWizard) ((WizardPage) dialog.getCurrentPage()).getWizard()).form().build().trust();
    }

    /** "Test Connection" on a saved target. */
    public static void test(String name) {
        TestTarget.schedule(Targets.get().find(name).orElseThrow());
    }

    public static boolean failed(String name) {
        return Targets.get().find(name).filter(stored -> Targets.get().contact(stored.definition()) instanceof Contact.Failed).isPresent();
    }
}
