package org.poshremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void prepare() {
        session = new Session(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "targets", "check", "format", "demo", "selftest", "language-server"})
    void eachCommandTeachesByExamples(String command) {
        assertEquals(0, session.call(command, "--help"));
        assertTrue(session.out().contains("  poshremote " + command + " "), session.out());
        String help = session.out();
        assertEquals(0, session.call("help", command));
        assertEquals(help, session.out());
        assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }

    @Test
    void withoutCommandThereIsHelp() {
        assertEquals(ExitCodes.USAGE, session.call());
        assertTrue(session.err().contains("selftest"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("targets"));
        assertTrue(session.err().contains("confirm"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("dance"));
        assertTrue(session.err().contains("dance"), session.err());
    }

    @Test
    void theVersionIsThatOfTheBundle() {
        assertEquals(0, session.call("--version"));
        assertTrue(session.out().matches("(?s)PoshRemote \\d+\\.\\d+\\.\\d+.*Java \\d.*"), session.out());
        assertEquals(0, session.call("run", "--version"));
    }

    @Test
    void aMistakeOfThisProgramIsNoExitCodeOfAScript() throws java.io.IOException {
        session.file("a.ps1", "1");
        session.environment.put("POSHREMOTE_PASSWORD", "hunter2");
        session.runner = (request, credentials, events, context) -> {
            throw new IllegalStateException("a message may quote hunter2");
        };
        assertEquals(ExitCodes.SOFTWARE, session.call("run", "a.ps1", "--host", "node", "--https", "--user", "u"));
        assertTrue(session.err().contains("java.lang.IllegalStateException") && !session.err().contains("hunter2"), session.err());
    }
}
