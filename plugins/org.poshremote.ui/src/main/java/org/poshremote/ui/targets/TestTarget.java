package org.poshremote.ui.targets;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.diagnosis.Diagnoses;
import org.poshremote.ui.launch.RunConsent;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.secrets.TargetCredentials;

/** Tests saved targets: asks what must be asked first, then tries them; the outcome shows in the view. */
final class TestTarget {
    private TestTarget() {
    }

    static void schedule(StoredTarget stored) {
        ask(stored, TestTarget::start);
    }

    /** Looks at each step of the way; see {@link Diagnoses}. */
    static void diagnose(StoredTarget stored) {
        ask(stored, target -> Ui.later(() -> Diagnoses.get().open(target)));
    }

    private static void ask(StoredTarget stored, Consumer<Target> then) {
        Job asking = new Job(stored.definition().name()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                Optional<Target> target = RunConsent.confirmed(stored).flatMap(Passwords.get()::withAccount);
                target.ifPresent(then);
                return target.isPresent() ? Status.OK_STATUS : Status.CANCEL_STATUS;
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == ConnectionTest.class;
            }
        };
        asking.setSystem(true);
        asking.schedule();
    }

    private static void start(Target target) {
        Targets.get().contacted(target, new Contact.Trying());
        new ConnectionTest(target, new TargetCredentials(), result -> TestedTarget.report(target, result)).schedule();
    }
}
