package org.poshremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.run.Runner;

/** What a person sends when this program has a mistake holds nothing of what it worked on. */
class CrashReportTest {
    @Test
    void messagesAreLeftOutAndEndlessCausesEnd() {
        IllegalStateException inner = new IllegalStateException("the password is hunter2");
        RuntimeException outer = new RuntimeException("Write-Host secret", inner);
        inner.initCause(outer);
        String report = CrashReport.of(outer);
        assertTrue(report.contains("java.lang.RuntimeException") && report.contains("Caused by java.lang.IllegalStateException"), report);
        assertTrue(report.contains("at org.poshremote.cli.CrashReportTest.messagesAreLeftOut"), report);
        assertFalse(report.contains("hunter2") || report.contains("Write-Host"), report);
    }

    @Test
    void aMistakeInARunIsReportedSo(@TempDir Path folder) throws Exception {
        Session session = new Session(folder);
        session.file("x.ps1", "'secret text'");
        session.runner = (Runner) (request, credentials, events, context) -> {
            throw new IllegalArgumentException("script: 'secret text'");
        };
        assertEquals(ExitCodes.SOFTWARE, session.call("run", "x.ps1", "--on", "demo"));
        assertTrue(session.err().contains("java.lang.IllegalArgumentException"), session.err());
        assertFalse(session.err().contains("secret text"), session.err());
    }
}
