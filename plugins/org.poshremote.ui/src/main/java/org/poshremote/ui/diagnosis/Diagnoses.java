package org.poshremote.ui.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.diagnose.GoodDiagnosis;
import org.poshremote.core.diagnose.GoodDiagnosisFile;
import org.poshremote.core.diagnose.Stage;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.settings.ConfigFolder;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.path.EclipsePath;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.secrets.TargetCredentials;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.WsmanException;

/** The diagnoses of this workbench: the one that is shown, and the last good one of each target. Thread-safe. */
public final class Diagnoses {
    private static final Diagnoses SHARED = new Diagnoses();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final GoodDiagnosisFile file = new GoodDiagnosisFile(ConfigFolder.ofThisUser());
    private final Map<String, GoodDiagnosis> good = new HashMap<>();
    private final Set<String> shownByItself = new HashSet<>();
    private Optional<Shown> shown = Optional.empty();
    private Optional<Job> running = Optional.empty();

    /**
     * What the view shows.
     *
     * @param steps those that have ended
     * @param under what is being looked at; empty between steps and at the end
     * @param end   present once it is over
     */
    public record Shown(Target target, List<StepResult> steps, Optional<String> under, Optional<Diagnosis> end) {
        public Shown {
            steps = List.copyOf(steps);
        }
    }

    private Diagnoses() {
    }

    public static Diagnoses get() {
        return SHARED;
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    public synchronized Optional<Shown> shown() {
        return shown;
    }

    public synchronized boolean isRunning() {
        return running.isPresent();
    }

    /** The last diagnosis of this target before the one that is shown that found nothing wrong; known as soon as that one is. */
    public synchronized Optional<GoodDiagnosis> lastGood(Target target) {
        return Optional.ofNullable(good.get(GoodDiagnosis.key(target)));
    }

    /** Shows the view and looks at the target; the password is had as for a run. In the UI thread. */
    public void open(Target target) {
        show();
        start(target, Optional.empty());
    }

    /**
     * A run or a test on this target has failed: shows why, by itself once, until the target has been reached again. From any
     * thread.
     *
     * @param cause a password that was refused is not sent again
     */
    public void failed(Target target, Optional<WsmanException> cause) {
        synchronized (this) {
            if (!shownByItself.add(GoodDiagnosis.key(target))) {
                return;
            }
        }
        Ui.later(() -> {
            show();
            start(target, cause.filter(AuthenticationException.class::isInstance).map(AuthenticationException.class::cast)
                .filter(refused -> refused.reason() == AuthenticationException.Reason.REJECTED));
        });
    }

    /** The target was reached: the next failure shows the view by itself again. */
    public synchronized void reached(Target target) {
        shownByItself.remove(GoodDiagnosis.key(target));
    }

    private static void show() {
        Ui.page().ifPresent(page -> {
            try {
                page.showView(DiagnosisView.ID);
            } catch (PartInitException e) {
                PoshRemotePlugin.log(e.getMessage(), e);
            }
        });
    }

    /** Ends the one that is under way. */
    public void cancel() {
        Optional<Job> job;
        synchronized (this) {
            job = running;
        }
        job.ifPresent(Job::cancel);
    }

    void start(Target target, Optional<AuthenticationException> refused) {
        cancel();
        DiagnosisJob job = new DiagnosisJob(target, refused);
        synchronized (this) {
            running = Optional.of(job);
            shown = Optional.of(new Shown(target, List.of(), Optional.empty(), Optional.empty()));
        }
        changed();
        job.schedule();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** One diagnosis. */
    private final class DiagnosisJob extends Job {
        private final Target target;
        private final Diagnoser diagnoser;
        private final List<StepResult> steps = new ArrayList<>();

        DiagnosisJob(Target target, Optional<AuthenticationException> refused) {
            super(NLS.bind(Messages.Diagnoses_job, target.name()));
            this.target = target;
            DiagnosisListener listener = new DiagnosisListener() {
                @Override
                public void begun(String code, Stage stage, String title) {
                    progress(Optional.of(stage.title() + ": " + title));
                }

                @Override
                public void ended(StepResult step) {
                    steps.add(step);
                    progress(Optional.empty());
                }
            };
            diagnoser = refused.map(refusal -> new Diagnoser(target, refusal, DiagnosisSettings.DEFAULTS, listener, EclipsePath.context()))
                .orElseGet(() -> new Diagnoser(target, new TargetCredentials(), DiagnosisSettings.DEFAULTS, listener, EclipsePath.context()));
        }

        private void progress(Optional<String> under) {
            show(new Shown(target, steps, under, Optional.empty()));
        }

        private void show(Shown state) {
            synchronized (Diagnoses.this) {
                if (running.filter(this::equals).isEmpty()) {
                    return; // another one has taken its place
                }
                shown = Optional.of(state);
            }
            changed();
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Diagnosis diagnosis = diagnoser.run();
            passwords(diagnosis);
            remember(diagnosis);
            show(new Shown(target, diagnosis.steps(), Optional.empty(), Optional.of(diagnosis)));
            synchronized (Diagnoses.this) {
                if (running.filter(this::equals).isPresent()) {
                    running = Optional.empty();
                }
                if (GoodDiagnosis.isGood(diagnosis)) {
                    shownByItself.remove(GoodDiagnosis.key(target));
                }
            }
            changed();
            return diagnosis.outcome() == Diagnosis.Outcome.CANCELLED ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        /** The one before is there to compare with; this one is for the next. */
        private void remember(Diagnosis diagnosis) {
            Optional<GoodDiagnosis> before = file.last(target);
            synchronized (Diagnoses.this) {
                before.ifPresentOrElse(known -> good.put(GoodDiagnosis.key(target), known), () -> good.remove(GoodDiagnosis.key(target)));
            }
            if (GoodDiagnosis.isGood(diagnosis)) {
                file.keep(target, GoodDiagnosis.of(diagnosis));
            }
        }

        private void passwords(Diagnosis diagnosis) {
            if (diagnosis.facts().has("auth", "accepted")) {
                Passwords.get().accepted(target);
            } else if (diagnosis.facts().has("client-certificate", "wrong-password")) {
                Passwords.get().keyRefused(target, diagnosis.headline());
            } else if (diagnosis.facts().has("auth", "rejected")) {
                Passwords.get().refused(target, diagnosis.headline());
            }
        }

        @Override
        protected void canceling() {
            diagnoser.cancel();
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == Diagnoses.class;
        }
    }
}
