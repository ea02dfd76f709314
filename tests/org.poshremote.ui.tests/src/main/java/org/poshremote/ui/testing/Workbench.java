package org.poshremote.ui.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.poshremote.ui.ide.PoshRemotePerspective;

/** What tests need of the workbench; they run in the UI thread. */
public final class Workbench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Workbench() {
    }

    /** Our perspective in front, without Welcome and without editors. */
    public static IWorkbenchPage page() {
        try {
            PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
            IWorkbenchPage page = PlatformUI.getWorkbench().showPerspective(PoshRemotePerspective.ID, PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
            page.closeAllEditors(false);
            return page;
        } catch (WorkbenchException e) {
            throw new AssertionError(e);
        }
    }

    public static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** What may not be done in the UI thread, as a job. */
    public static void inBackground(ICoreRunnable action) {
        Job.createSystem("test", action).schedule();
    }

    /** Lets the workbench work until the condition holds; fails where it never does. */
    public static void until(String what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    /** As {@link #until(String, BooleanSupplier)}, for what is known to take long. */
    public static void until(Duration patience, String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("waited for ever: " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {
                    // wakes the display to look at the condition again
                });
                display.sleep();
            }
        }
    }

    /** Whatever is due now. */
    public static void settle() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            // as long as there is something
        }
    }

    /** A file of a project, made where it is missing. */
    public static IFile file(String project, String name, String content) {
        try {
            IProject made = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
            if (!made.exists()) {
                made.create(null);
            }
            made.open(null);
            IFile file = made.getFile(name);
            ByteArrayInputStream bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            if (file.exists()) {
                file.setContents(bytes, true, false, null);
            } else {
                if (file.getParent() instanceof IFolder folder && !folder.exists()) {
                    folder.create(true, true, null);
                }
                file.create(bytes, true, null);
            }
            return file;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
