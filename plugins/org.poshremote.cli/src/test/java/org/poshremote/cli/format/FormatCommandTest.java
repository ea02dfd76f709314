package org.poshremote.cli.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;

class FormatCommandTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void scripts() throws IOException {
        session = new Session(folder);
        session.file("good.ps1", "if ($a) {\n    1\n}\n");
        session.file("lib/messy.psm1", "if($a)\n{\n1\n}\n");
    }

    @Test
    void filesAreWrittenAndNamed() throws IOException {
        assertEquals(0, session.call("format", "."));
        assertEquals("if ($a) {\n    1\n}\n", Files.readString(folder.resolve("lib/messy.psm1")));
        assertEquals(Path.of("lib", "messy.psm1") + System.lineSeparator(), session.out());
        assertTrue(session.err().contains("2 files: 1 formatted"), session.err());
        assertEquals(0, session.call("format", "."));
        assertEquals("", session.out());
        assertTrue(session.err().contains("2 files: none formatted"), session.err());
    }

    @Test
    void checkingWritesNothing() throws IOException {
        assertEquals(ExitCodes.FAILURE, session.call("format", "--check", "."));
        assertEquals(Path.of("lib", "messy.psm1") + System.lineSeparator(), session.out());
        assertEquals("if($a)\n{\n1\n}\n", Files.readString(folder.resolve("lib/messy.psm1")));
        assertEquals(0, session.call("format", "--check", "good.ps1"));
    }

    @Test
    void encodingsMarksAndLineEndsStay() throws IOException {
        byte[][] written = {"\uFEFFif($a)\r\n{\r\n'ü'\r\n}\r\n".getBytes(StandardCharsets.UTF_8), "\uFEFFif($a)\n{\n'ü'\n}\n".getBytes(StandardCharsets.UTF_16LE),
            "if($a)\r\n{\r\n'ü'\r\n}".getBytes(Charset.forName("windows-1252"))};
        byte[][] expected = {"\uFEFFif ($a) {\r\n    'ü'\r\n}\r\n".getBytes(StandardCharsets.UTF_8), "\uFEFFif ($a) {\n    'ü'\n}\n".getBytes(StandardCharsets.UTF_16LE),
            "if ($a) {\r\n    'ü'\r\n}\r\n".getBytes(Charset.forName("windows-1252"))};
        for (int i = 0; i < written.length; i++) {
            Files.write(folder.resolve("e.ps1"), written[i]);
            assertEquals(0, session.call("format", "e.ps1"));
            assertArrayEquals(expected[i], Files.readAllBytes(folder.resolve("e.ps1")), "encoding " + i);
        }
    }

    @Test
    void aBrokenScriptIsLeftAloneAndNamed() throws IOException {
        session.file("broken.ps1", "$a=1\nif ($x {\n}\n");
        assertEquals(ExitCodes.DATA, session.call("format", "broken.ps1", "lib"));
        assertEquals("$a=1\nif ($x {\n}\n", Files.readString(folder.resolve("broken.ps1")));
        assertTrue(session.err().contains("broken.ps1: Line 2 has a mistake of syntax"), session.err());
        assertTrue(session.err().contains("2 files: 1 formatted, 1 could not be"), session.err());
    }

    @Test
    void aSignedScriptIsLeftAloneOnPurpose() throws IOException {
        String signed = session.file("signed.ps1", "$a=1\n# SIG # Begin signature block\n# MII\n# SIG # End signature block\n");
        assertEquals(0, session.call("format", signed));
        assertTrue(Files.readString(folder.resolve(signed)).startsWith("$a=1\n"));
        assertTrue(session.err().contains("signed.ps1: The script is signed"), session.err());
    }

    @Test
    void standardInputGoesToStandardOutput() {
        assertEquals(0, session.typing("if($a){\n'ü'\n}").call("format", "-"));
        assertEquals("if ($a) {\n    'ü'\n}\n", session.out());
        assertEquals("", session.err());
        assertEquals(ExitCodes.DATA, session.typing("if (").call("format", "-"));
        assertEquals("if (", session.out());
        assertTrue(session.err().contains("Line 1"), session.err());
        assertEquals(ExitCodes.USAGE, session.typing("1").call("format", "-", "good.ps1"));
    }

    @Test
    void presetsSettingsAndOptionsSayHow() throws IOException {
        assertEquals(0, session.typing("if($a){\n1\n}\nelse{\n2\n}\n").call("format", "--preset", "OTBS", "--set", "indentationSize=2", "-"));
        assertEquals("if ($a) {\n  1\n} else {\n  2\n}\n", session.out());
        session.file("PSScriptAnalyzerSettings.psd1", "@{ Rules = @{ PSPlaceOpenBrace = @{ Enable = $true; OnSameLine = $false } } }");
        session.typing("if($a){\n1\n}\n").call("format", "-");
        assertEquals("if ($a)\n{\n    1\n}\n", session.out());
        session.file("other.psd1", "@{ Rules = @{ PSUseConsistentIndentation = @{ Enable = $true; Kind = 'tab' } } }");
        session.typing("if($a){\n1\n}\n").call("format", "--settings", "other.psd1", "-");
        assertEquals("if ($a) {\n\t1\n}\n", session.out());
    }

    @Test
    void whatIsNoChoiceIsNamedWithThoseThereAre() {
        assertEquals(ExitCodes.USAGE, session.call("format", "--preset", "gnu", "good.ps1"));
        assertTrue(session.err().contains("allman"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("format", "--set", "colour=red", "good.ps1"));
        assertTrue(session.err().contains("indentationSize"), session.err());
        assertEquals(ExitCodes.USAGE, session.call("format", "--set", "indentationKind=red", "good.ps1"));
        assertTrue(session.err().contains("space, tab"), session.err());
        assertEquals(ExitCodes.DATA, session.call("format", "none.ps1"));
    }

    @Test
    void aDiffCanBeApplied() throws Exception {
        String text = "if($a)\n{\n1\n}\n" + "$b\n".repeat(20) + "$c=1\n$d\n$e  \n\n\n$f=2";
        session.file("d.ps1", text);
        assertEquals(ExitCodes.FAILURE, session.call("format", "--diff", "d.ps1"));
        assertTrue(session.out().startsWith("--- a/d.ps1\n+++ b/d.ps1\n@@ -1,"), session.out());
        assertEquals(text, Files.readString(folder.resolve("d.ps1")));
        Files.write(folder.resolve("d.patch"), session.out.toByteArray());
        Process git = new ProcessBuilder("git", "apply", "d.patch").directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(git.waitFor(20, TimeUnit.SECONDS) && git.exitValue() == 0, said);
        String patched = Files.readString(folder.resolve("d.ps1"));
        session.file("d.ps1", text);
        session.call("format", "d.ps1");
        assertEquals(Files.readString(folder.resolve("d.ps1")), patched);
    }
}
