package org.poshremote.ui.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.launch.LaunchFixture;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.testing.ErrorLog;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** The demo node of the workbench, as a person meets it. */
class DemoTargetTest {
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
