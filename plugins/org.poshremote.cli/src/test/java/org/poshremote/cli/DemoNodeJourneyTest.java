package org.poshremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;

/** What a person does first, with nothing left out: script, terminal program, demo node, its PowerShell. */
@Timeout(120)
class DemoNodeJourneyTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void prepare() {
        session = new Session(folder);
        session.demoPrograms = CommandShell::new;
    }

    static List<String> personalities() {
        return Personality.names();
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void theFirstExampleRunsOnEachPersonality(String personality) throws IOException {
        session.file("hello.ps1", Files.readString(example("hello-node.ps1")));
        assertEquals(0, session.call("run", "hello.ps1", "--on", "demo:" + personality, "--", "-Name", "Ärger"), session.err());
        assertTrue(session.out().startsWith("Hello, Ärger, from "), session.out());
        assertTrue(session.out().contains("Step 3 of 3"), session.out());
        // a Nano Server of the technical preview knows no streams but output and errors
        assertTrue((session.out() + session.err()).contains("WARNING: This line came over the warning stream."), session.err());
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void exitCodesErrorsAndInput(String personality) throws IOException {
        assertEquals(42, run(personality, "exit 42"), session.err());
        assertEquals(1, run(personality, "'before'\nthrow 'no such role'\n'after'"), session.err());
        assertEquals("before\r\n", session.out());
        assertTrue(session.err().contains("no such role"), session.err());
        session.file("input.txt", "one\r\ntwo\r\n");
        session.file("script.ps1", "while ($null -ne ($line = [Console]::In.ReadLine())) { \"<$line>\" }");
        assertEquals(0, session.call("run", "script.ps1", "--on", "demo:" + personality, "--stdin", "input.txt"), session.err());
        assertEquals("<one>\r\n<two>\r\n", session.out());
    }

    private int run(String personality, String script) throws IOException {
        session.file("script.ps1", script);
        return session.call("run", "script.ps1", "--on", "demo:" + personality);
    }

    @Test
    void aBatchScriptByCmd() throws IOException {
        session.file("batch.cmd", "echo hello& exit /b 5\r\n");
        assertEquals(5, session.call("run", "batch.cmd", "--on", "demo", "--shell", "cmd"), session.err());
        assertTrue(session.out().contains("hello"), session.out());
    }

    @Test
    void clr4OnANodeOfClr2IsRefusedWithAWayOut() throws IOException {
        session.file("script.ps1", "[Environment]::Version.Major");
        assertEquals(0, session.call("run", "script.ps1", "--on", "demo", "--clr", "4"), session.err());
        assertEquals("4\r\n", session.out());
        assertEquals(ExitCodes.UNAVAILABLE, session.call("run", "script.ps1", "--on", "demo:windows-7-powershell-2", "--clr", "4"), session.err());
        assertTrue(session.err().contains("--clr-force"), session.err());
        assertEquals("", session.out());
    }

    /** In a source tree the examples are above this module. */
    private static Path example(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("examples").resolve(name))) {
                return at.resolve("examples").resolve(name);
            }
        }
        throw new AssertionError("no examples folder above " + Path.of("").toAbsolutePath());
    }
}
