package org.poshremote.ui.launch;

import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.poshremote.core.run.RunEvent.Progress;

/** Shows the progress records of a run in the Progress view, from the first one on. Cancelling it there ends the run. */
final class RunProgress {
    private static final int WHOLE = 100;

    private final String runName;
    private final Runnable cancelRun;
    private final CountDownLatch end = new CountDownLatch(1);
    private ProgressJob job;

    RunProgress(String runName, Runnable cancelRun) {
        this.runName = runName;
        this.cancelRun = cancelRun;
    }

    synchronized void report(Progress progress) {
        if (job == null) {
            job = new ProgressJob();
            job.schedule();
        }
        job.show(progress);
    }

    void end() {
        end.countDown();
    }

    private final class ProgressJob extends Job {
        private IProgressMonitor monitor;
        private Progress last;
        private int worked;

        ProgressJob() {
            super(runName);
            setPriority(LONG);
            addJobChangeListener(new JobChangeAdapter() {
                /** A job that is cancelled before it began is never told, and neither would the run be. */
                @Override
                public void done(IJobChangeEvent event) {
                    if (event.getResult().matches(IStatus.CANCEL)) {
                        cancelRun.run();
                    }
                }
            });
        }

        @Override
        protected IStatus run(IProgressMonitor given) {
            synchronized (this) {
                monitor = given;
                monitor.beginTask(runName, WHOLE);
                if (last != null) {
                    show(last);
                }
            }
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return given.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        synchronized void show(Progress progress) {
            last = progress;
            if (monitor == null) {
                return;
            }
            monitor.subTask(progress.status().isBlank() ? progress.activity() : progress.activity() + ": " + progress.status());
            int percent = progress.completed() ? 0 : progress.percent().orElse(0);
            if (percent > worked) {
                monitor.worked(percent - worked);
                worked = percent;
            }
        }

        @Override
        protected void canceling() {
            cancelRun.run();
        }

        @Override
        public boolean belongsTo(Object family) {
            return RunProgress.class.equals(family);
        }
    }
}
