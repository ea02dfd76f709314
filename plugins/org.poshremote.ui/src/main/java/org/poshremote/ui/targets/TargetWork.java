package org.poshremote.ui.targets;

import java.util.function.Consumer;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;

/** Reads and writes target files in jobs: they are small, but the folder of a person may be on the other side of a network. */
public final class TargetWork {
    /** @param <T> what comes of it */
    @FunctionalInterface
    public interface Work<T> {
        /** Not in the UI thread. */
        T run() throws TargetFileException;
    }

    private TargetWork() {
    }

    /**
     * From any thread. The platform shows what went wrong.
     *
     * @param what is done, for the person
     * @param then told in the UI thread what came of it; not where it failed
     */
    public static <T> void schedule(String what, Work<T> work, Consumer<T> then) {
        Job job = Job.create(what, monitor -> {
            try {
                T result = work.run();
                Ui.later(() -> then.accept(result));
                return Status.OK_STATUS;
            } catch (TargetFileException e) {
                return PoshRemotePlugin.error(e.getMessage(), e);
            }
        });
        job.setUser(true);
        job.schedule();
    }
}
