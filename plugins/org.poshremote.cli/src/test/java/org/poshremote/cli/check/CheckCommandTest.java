package org.poshremote.cli.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
        Files.writeString(folder.resolve("lib/bad.psm1"), "'a'\r\nfor ($x\r\n");
        Files.write(folder.resolve("lib/utf16.ps1"), "\uFEFF'ü' +".getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("lib/notes.txt"), "if (");
    }

    @Test
    void aSoundScriptIsToldInOneLine() {
        assertEquals(0, session.call("check", "good.ps1"));
        assertEquals("", session.out());
        assertTrue(session.err().contains("1 file: no problems"), session.err());
    }

    @Test
    void aFolderIsCheckedWithAllItsScripts() {
        assertEquals(1, session.call("check", "."));
        String[] lines = session.out().split("\\R");
        assertTrue(lines[0].startsWith(Path.of("lib", "bad.psm1") + ":2:8: error MissingEndParenthesisAfterStatement: "), lines[0]);
        assertTrue(lines[lines.length - 1].startsWith(Path.of("lib", "utf16.ps1") + ":1:6: error ExpectedValueExpression: A value is missing"), session.out());
        assertTrue(session.err().contains("3 files: 2 errors"), session.err());
    }

    @Test
    void asJsonEachMistakeIsOneLine() throws IOException {
        assertEquals(1, session.call("check", "--json", "--syntax-only", "lib/utf16.ps1"));
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

    @Test
    void rulesTellWhatIsDoubtful() throws IOException {
        Files.writeString(folder.resolve("doubtful.ps1"), "Invoke-Expression $x\n");
        assertEquals(CheckCommand.WARNINGS, session.call("check", "doubtful.ps1"));
        assertTrue(session.out().startsWith("doubtful.ps1:1:1: warning PSAvoidUsingInvokeExpression: "), session.out());
        assertEquals(0, new Session(folder).call("check", "--syntax-only", "doubtful.ps1"));
        assertEquals(0, new Session(folder).call("check", "--rules", "none", "doubtful.ps1"));
        assertEquals(0, new Session(folder).call("check", "--rules", "PSAvoidGlobal*", "doubtful.ps1"));
    }

    @Test
    void aRuleThatIsNotThereIsNamed() {
        assertEquals(ExitCodes.USAGE, session.call("check", "--rules", "PSNoSuchRule", "good.ps1"));
        assertTrue(session.err().contains("PSNoSuchRule"), session.err());
    }

    @Test
    void aProfileMakesTheVersionCount() throws IOException {
        Files.writeString(folder.resolve("new.ps1"), "$a ?? 1\n");
        assertEquals(0, session.call("check", "new.ps1"));
        Session older = new Session(folder);
        assertEquals(1, older.call("check", "--profile", "windows-server-2022", "new.ps1"));
        assertTrue(older.out().contains("error PoshRemoteTargetSyntax: "), older.out());
        Files.writeString(folder.resolve("facts.json"), "{\"name\": \"web1\", \"powerShell\": \"4.0\"}");
        Session byFacts = new Session(folder);
        assertEquals(1, byFacts.call("check", "--facts", "facts.json", "new.ps1"));
        assertTrue(byFacts.out().contains("web1 (Windows PowerShell 4.0)"), byFacts.out());
        assertEquals(ExitCodes.USAGE, new Session(folder).call("check", "--profile", "windows-95", "new.ps1"));
    }

    @Test
    void settingsInTheFolderAreFollowed() throws IOException {
        Files.writeString(folder.resolve("doubtful.ps1"), "Invoke-Expression $x\n");
        Files.writeString(folder.resolve("PSScriptAnalyzerSettings.psd1"), "@{ ExcludeRules = @('PSAvoidUsingInvokeExpression') }");
        assertEquals(0, session.call("check", "doubtful.ps1"));
        Files.writeString(folder.resolve("other.psd1"), "@{ IncludeRules = 'PSAvoidUsingInvokeExpression'; Rules = @{ PSAvoidUsingInvokeExpression = @{ Severity = 'Error' } } }");
        assertEquals(1, new Session(folder).call("check", "--settings", "other.psd1", "doubtful.ps1"));
        Files.writeString(folder.resolve("broken.psd1"), "Get-Date");
        assertEquals(ExitCodes.DATA, new Session(folder).call("check", "--settings", "broken.psd1", "doubtful.ps1"));
    }

    @Test
    void fixesKeepEncodingMarkAndLineEnds() throws IOException {
        byte[] before = "\uFEFFif ($ü -eq $null) { 1 }\r\n$a = 1  \r\n$a".getBytes(StandardCharsets.UTF_16LE);
        Files.write(folder.resolve("fix.ps1"), before);
        session.call("check", "--fix", "fix.ps1");
        assertEquals("\uFEFFif ($null -eq $ü) { 1 }\r\n$a = 1\r\n$a", new String(Files.readAllBytes(folder.resolve("fix.ps1")), StandardCharsets.UTF_16LE));
        assertTrue(session.err().contains("2 fixed"), session.err());
        Files.write(folder.resolve("ansi.ps1"), new byte[] {'$', 'a', ' ', '#', (byte) 0xFC, ' ', '\n'});
        new Session(folder).call("check", "--fix", "ansi.ps1");
        assertArrayEquals(new byte[] {'$', 'a', ' ', '#', (byte) 0xFC, '\n'}, Files.readAllBytes(folder.resolve("ansi.ps1")));
    }

    @Test
    void sarifHasWhatBuildServersNeed() throws IOException {
        Files.writeString(folder.resolve("a b.ps1"), "if ($x -eq $null) { }\n");
        assertEquals(CheckCommand.WARNINGS, session.call("check", "--sarif", "a b.ps1"));
        JsonNode log = new ObjectMapper().readTree(session.out());
        assertEquals("2.1.0", log.get("version").asText());
        JsonNode run = log.get("runs").get(0);
        JsonNode result = run.get("results").get(0);
        assertEquals("PSPossibleIncorrectComparisonWithNull", result.get("ruleId").asText());
        assertEquals(result.get("ruleId"), run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt()).get("id"));
        assertEquals("warning", result.get("level").asText());
        JsonNode location = result.at("/locations/0/physicalLocation");
        assertEquals("a%20b.ps1", location.at("/artifactLocation/uri").asText());
        assertEquals(5, location.at("/region/startColumn").asInt());
        assertEquals(4, location.at("/region/charOffset").asInt());
        assertEquals("$null -eq $x", result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text").asText());
    }
}
