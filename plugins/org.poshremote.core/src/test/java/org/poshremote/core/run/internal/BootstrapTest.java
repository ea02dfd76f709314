package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.language.syntax.Parser;

class BootstrapTest {
    @Test
    void isShortAndFitsTheCommandLine() {
        assertTrue(Bootstrap.text().lines().count() <= 40, "at most 40 lines");
        for (PowerShellHost host : PowerShellHost.values()) {
            assertTrue(CommandLines.windows(host, false, true).length() < CommandLines.LONGEST);
        }
        assertTrue(CommandLines.nanoTp3().length() < CommandLines.LONGEST);
    }

    @Test
    void neverNamesTheAutomaticInputVariable() {
        assertFalse(Bootstrap.text().toLowerCase(java.util.Locale.ROOT).contains("$input"));
    }

    /** cmd.exe is between WinRS and PowerShell: within double quotes it reads quotes and percent signs. */
    @Test
    void standsBetweenDoubleQuotes() {
        assertTrue(Bootstrap.oneLine().chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '%'), Bootstrap.oneLine());
        assertFalse(Bootstrap.text().contains("#"), "a comment would swallow the rest of the one line");
    }

    /** Joined by blanks, every statement has to end by itself. */
    @Test
    void statementsEndWithSemicolons() {
        for (String line : Bootstrap.text().lines().map(String::strip).toList()) {
            assertTrue(line.endsWith(";") || line.endsWith("{") || line.endsWith(",") || line.endsWith("$head[1],")
                    || line.startsWith("$at += $count") || line.startsWith("[ScriptBlock]") || line.startsWith("$PoshRemote = $null"), line);
        }
    }

    @Test
    void parsesAsLinesAndAsOneLine() {
        assertEquals(java.util.List.of(), Parser.parse(Bootstrap.text()).errors());
        assertEquals(java.util.List.of(), Parser.parse(Bootstrap.oneLine()).errors());
        assertEquals(java.util.List.of(), Parser.parse(ClrPlan.guard(new ClrPlan.InPlace(true, ""))).errors());
    }

    @Test
    void encodedCommandIsUtf16() {
        String text = new String(Base64.getDecoder().decode(Bootstrap.encoded()), StandardCharsets.UTF_16LE);
        assertEquals(Bootstrap.text().lines().map(String::strip).toList(), text.lines().toList());
    }

    @Test
    void theProfileIsLoadedOnRequestAlone() {
        assertTrue(CommandLines.windows(PowerShellHost.POWERSHELL, false, false).contains(" -NoProfile "));
        assertFalse(CommandLines.windows(PowerShellHost.POWERSHELL, true, false).contains(" -NoProfile "));
        assertTrue(CommandLines.windows(PowerShellHost.POWERSHELL, false, true).startsWith("set COMPLUS_version=v4.0.30319&powershell "));
    }

    @Test
    void thePayloadIsAHeaderAndCountedBytes() throws IOException {
        String script = "Größe 日本 💩\r\n\u0000'\u2019";
        byte[] bytes = Payload.of("0123456789abcdef0123456789abcdef", "guard\n", script, ". $PoshRemote[0]").bytes();
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        String[] head = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ");
        assertEquals("PR1", head[0]);
        assertEquals(bytes.length - end - 1, Integer.parseInt(head[2]));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1)).readAllBytes();
        int guard = Integer.parseInt(head[3]);
        int length = Integer.parseInt(head[4]);
        assertEquals("guard\n", new String(plain, 0, guard, StandardCharsets.UTF_8));
        assertEquals(script, new String(plain, guard, length, StandardCharsets.UTF_8));
        assertEquals(". $PoshRemote[0]", new String(Arrays.copyOfRange(plain, guard + length, plain.length), StandardCharsets.UTF_8));
        assertEquals(". $PoshRemote[0]".length(), Integer.parseInt(head[5]));
    }
}
