package org.poshremote.ui.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.targets.TargetsView;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** The demo node of the workbench, as a person meets it. */
class DemoTargetTest {
    private static final String SCRIPT = """
            param([string] $Name = 'world')
            Write-Output "Hello, $Name"
            foreach ($number in 1..3) { Write-Output "Step $number of 3" }
            Write-Warning 'careful'
            """;

    @BeforeEach
    void prepare() {
        ErrorLog.clear();
        Workbench.page();
        TestTargets.clear();
    }

    @AfterEach
    void clear() throws CoreException, IOException, TargetFileException {
        LaunchFixture.clear();
        DemoTarget.stop();
        TestTargets.deleteProject("scripts");
        TestTargets.clear();
        ErrorLog.assertClean();
    }

    @Test
    void oneLinkFromAnEmptyViewToAFirstRun() throws CoreException, PartInitException {
        Workbench.window().getActivePage().showView(TargetsView.ID);
        Passwords.get().askBy((target, reason) -> Optional.empty()); // nobody is asked for anything
        DemoTarget.startAndAdd();
        Workbench.until("the target is there", () -> Targets.get().find(DemoTarget.NAME).isPresent());
        IFile script = Workbench.file("scripts", "hello.ps1", SCRIPT);
        ILaunch launch = LaunchFixture.launch(script, DemoTarget.NAME);
        String text = LaunchFixture.text(launch);
        assertTrue(text.contains("Hello, world") && text.contains("Step 3 of 3") && text.contains("WARNING: careful"), text);
        assertEquals(0, launch.getProcesses()[0].getExitValue());
    }

    @Test
    void isReachedByTlsWithItsOwnCertificateAlone() throws IOException, TargetFileException {
        Target target = DemoTarget.start();
        assertTrue(target.https() && target.trust() instanceof TrustChoice.Pinned && !target.allowUnencrypted());
        assertEquals(target, DemoTarget.start(), "it is started once");
    }

    @Test
    void goesWithTheNode() throws IOException, TargetFileException {
        Target first = DemoTarget.start();
        DemoTarget.stop();
        assertEquals(Optional.empty(), Targets.get().find(DemoTarget.NAME));
        assertNotEquals(first.trust(), DemoTarget.start().trust(), "its certificate is new each time");
    }

    @Test
    void leavesATargetOfTheSameNameAlone() throws IOException, TargetFileException {
        Target own = Target.at("demo.example").name(DemoTarget.NAME).build();
        TestTargets.add(own);
        Target demo = DemoTarget.start();
        assertNotEquals(own.name(), demo.name());
        assertEquals(own, Targets.get().find(DemoTarget.NAME).orElseThrow().definition());
    }
}
