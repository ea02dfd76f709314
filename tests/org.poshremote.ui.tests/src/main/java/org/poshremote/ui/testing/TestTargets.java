package org.poshremote.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.targets.Targets;

/** Targets for a test, in the folder that the build gives to the tests. */
public final class TestTargets {
    private TestTargets() {
    }

    public static void clear() {
        if (System.getenv("POSHREMOTE_CONFIG") == null) {
            throw new IllegalStateException("the tests would touch this person's own targets");
        }
        try {
            Files.deleteIfExists(Targets.get().userOrigin().file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Targets.get().readAgain();
        Workbench.until("no targets", () -> Targets.get().listing().targets().isEmpty() && Targets.get().listing().problems().isEmpty());
    }

    public static void add(Target target) throws TargetFileException {
        Targets.get().add(Targets.get().userOrigin(), target);
    }

    public static void deleteProject(String name) {
        try {
            ResourcesPlugin.getWorkspace().getRoot().getProject(name).delete(true, true, null);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
