package org.poshremote.ui.ide;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.poshremote.ui.common.Ui;

/**
 * What {@code ./poshremote ide} asks for by system properties: a workspace with the examples, the demo node running, and
 * perhaps a picture of a run. Without them it does nothing.
 */
public final class SampleStart implements IStartup {
    /** Folder with scripts for a project "examples". */
    static final String EXAMPLES = "poshremote.examples";
    /** File for a picture of the workbench after a run of the first example; Eclipse ends then. */
    static final String SCREENSHOT = "poshremote.screenshot";

    @Override
    public void earlyStartup() {
        Optional<Path> examples = path(EXAMPLES);
        examples.ifPresent(folder -> Job.create(Messages.SampleStart_job, monitor -> {
            try {
                SampleWorkspace workspace = SampleWorkspace.make(folder);
                Ui.later(() -> SampleTour.begin(workspace, path(SCREENSHOT)));
                return Status.OK_STATUS;
            } catch (CoreException e) {
                return e.getStatus();
            }
        }).schedule());
    }

    private static Optional<Path> path(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(text -> !text.isBlank()).map(Path::of);
    }
}
