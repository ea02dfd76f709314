package org.poshremote.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;

class CheckCommandTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void scripts() throws IOException {
        session = new Session(folder);
        Files.writeString(folder.resolve("good.ps1"), "param($a)\n\"hello $a\"\n");
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/bad.psm1"), "'a'\r\nif ($x {\r\n}\r\n");
        Files.write(folder.resolve("lib/utf16.ps1"), "\uFEFF'ü' +".getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("lib/notes.txt"), "if (");
    }

    @Test
    void aSoundScriptIsToldInOneLine() {
        assertEquals(0, session.call("check", "good.ps1"));
        assertEquals("", session.out());
        assertTrue(session.err().contains("1 file, 0 mistakes"), session.err());
    }

    @Test
    void aFolderIsCheckedWithAllItsScripts() {
        assertEquals(1, session.call("check", "."));
        String[] lines = session.out().split("\\R");
        assertTrue(lines[0].startsWith(Path.of("lib", "bad.psm1") + ":2:8: MissingEndParenthesisAfterStatement: "), lines[0]);
        assertTrue(lines[lines.length - 1].startsWith(Path.of("lib", "utf16.ps1") + ":1:6: ExpectedValueExpression: A value is missing"), session.out());
        assertTrue(session.err().contains("3 files"), session.err());
    }

    @Test
    void asJsonEachMistakeIsOneLine() throws IOException {
        assertEquals(1, session.call("check", "--json", "lib/utf16.ps1"));
        JsonNode problem = new ObjectMapper().readTree(session.out());
        assertEquals("ExpectedValueExpression", problem.get("code").asText());
        assertEquals(5, problem.get("offset").asInt());
        assertEquals("", session.err());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals(ExitCodes.DATA, session.call("check", "nope.ps1"));
        assertTrue(session.err().contains("nope.ps1"), session.err());
    }
}
