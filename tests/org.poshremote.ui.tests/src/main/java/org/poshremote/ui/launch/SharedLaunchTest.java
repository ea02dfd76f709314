package org.poshremote.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** What the platform makes of launch configurations: files to share, prototypes, groups. */
class SharedLaunchTest {
    private TestNode node;

    @BeforeEach
    void prepare() throws TargetFileException {
        ErrorLog.clear();
        Workbench.page();
        TestTargets.clear();
        node = new TestNode();
        TestTargets.add(node.target("node"));
        LaunchFixture.answerPassword(node.password());
    }

    @AfterEach
    void clear() throws CoreException {
        LaunchFixture.clear();
        node.close();
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    private static ILaunchConfigurationWorkingCopy configuration(String name, String script) throws CoreException {
        IFile file = Workbench.file("scripts", name + ".ps1", script);
        ILaunchConfigurationWorkingCopy copy = ScriptLaunch.type().newInstance(file.getProject(), name);
        LaunchDefaults.script(copy, file);
        copy.setAttribute(LaunchAttributes.TARGET, "node");
        return copy;
    }

    private static ILaunch launch(ILaunchConfiguration configuration) throws CoreException {
        return configuration.launch(ILaunchManager.RUN_MODE, null);
    }

    @Test
    void aFileInTheProjectRunsAndHoldsNoSecret() throws CoreException, IOException {
        ILaunchConfiguration shared = configuration("shared", "say shared\n").doSave();
        assertTrue(LaunchFixture.text(launch(shared)).contains("shared"));
        String file = Files.readString(shared.getFile().getLocation().toPath());
        assertTrue(file.contains(LaunchAttributes.TARGET), file);
        assertFalse(file.contains(node.password()), file);
    }

    @Test
    void aPrototypeGivesItsTargetToWhatIsMadeOfIt() throws CoreException {
        ILaunchConfigurationWorkingCopy prototype = ScriptLaunch.type().newPrototypeInstance(null, "on the node");
        prototype.setAttribute(LaunchAttributes.TARGET, "node");
        prototype.setAttribute(LaunchAttributes.ACCEPTED_EXIT_CODES, "3010");
        ILaunchConfiguration saved = prototype.doSave();
        ILaunchConfigurationWorkingCopy copy = configuration("made", "say made\n");
        copy.removeAttribute(LaunchAttributes.TARGET);
        copy.setPrototype(saved, true);
        ILaunchConfiguration made = copy.doSave();
        assertEquals("3010", made.getAttribute(LaunchAttributes.ACCEPTED_EXIT_CODES, ""));
        assertTrue(LaunchFixture.text(launch(made)).contains("made"));
        saved.delete(ILaunchConfiguration.UPDATE_PROTOTYPE_CHILDREN);
    }

    @Test
    void aGroupRunsOneAfterTheOther() throws CoreException {
        ILaunchConfiguration group = LaunchFixture.group("WAIT_FOR_TERMINATION", configuration("one", "say one\n").doSave(),
                configuration("two", "say two\n").doSave());
        Workbench.inBackground(monitor -> launch(group));
        Workbench.until("both have run", () -> processes().stream().filter(IProcess::isTerminated).count() == 2);
        for (IProcess process : processes()) {
            assertEquals(0, process.getExitValue());
        }
    }

    @Test
    void aGroupRunsAllAtOnce() throws CoreException {
        ILaunchConfiguration group = LaunchFixture.group("NONE", configuration("one", "wait\n").doSave(), configuration("two", "wait\n").doSave());
        Workbench.inBackground(monitor -> launch(group));
        Workbench.until("both run", () -> node.node().openShells() == 2 && processes().size() == 2);
        for (IProcess process : processes()) {
            process.terminate();
        }
        Workbench.until("both have ended", () -> node.node().openShells() == 0 && processes().stream().allMatch(IProcess::isTerminated));
    }

    /** The launch of a group holds the processes of its members too. */
    private static List<IProcess> processes() {
        return Stream.of(DebugPlugin.getDefault().getLaunchManager().getProcesses()).distinct().toList();
    }
}
