package org.poshremote.demo.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts on the demo node's PowerShell; what is expected is what PowerShell 5.1 is known to do. */
@Timeout(60)
class InterpreterTest {
    /** Script, "=>", its output lines joined by "|". */
    @ParameterizedTest
    @ValueSource(strings = {
        "'a'; \"b\" => a|b",
        "1 + 2 * 3 => 7",
        "7 / 2 => 3.5",
        "6 / 2 => 3",
        "7 % 4 => 3",
        "2147483647 + 1 => 2147483648",
        "1kb + 0x10 => 1040",
        "'a' + 1 => a1",
        "'ab' * 3 => ababab",
        "1..4 => 1|2|3|4",
        "(1..4) -join '-' => 1-2-3-4",
        "$a = 5; $a += 2; $a++; $a => 8",
        "$a, $b = 1, 2, 3; \"$a/$b\" => 1/2 3",
        "'Hello' -replace 'l+', 'L' => HeLo",
        "'a1b22' -split '\\d+' => a|b",
        "'abc' -match 'b(.)' | Out-Null; $Matches[1] => c",
        "'abc' -eq 'ABC' => True",
        "'abc' -ceq 'ABC' => False",
        "1, 2, 3 -gt 1 => 2|3",
        "@(1, 2, 3).Count => 3",
        "@().Count => 0",
        "(1, (2, 3)).Length => 2",
        "$h = @{ a = 1; B = 2 }; $h.b + $h['a'] => 3",
        "$h = [ordered]@{ x = 1; y = 2 }; $h.Keys -join ',' => x,y",
        "[PSCustomObject]@{ Name = 'n'; Size = 3 } | ForEach-Object { $_.Name + $_.Size } => n3",
        "if (1 -gt 2) { 'a' } elseif ($true) { 'b' } else { 'c' } => b",
        "foreach ($i in 1..3) { if ($i -eq 2) { continue }; $i } => 1|3",
        "for ($i = 0; $i -lt 3; $i++) { $i } => 0|1|2",
        "$i = 0; while ($true) { $i++; if ($i -gt 2) { break } }; $i => 3",
        "$i = 0; do { $i++ } until ($i -ge 4); $i => 4",
        ":outer foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue outer }; \"$i$j\" } } => 11|21|31",
        "switch (3) { 1 { 'one' } 3 { 'three' } default { 'other' } } => three",
        "switch -Wildcard ('abc') { 'a*' { 'A' } '*c' { 'C' } } => A|C",
        "switch -Regex ('abc') { 'x' { 1 } default { 2 } } => 2",
        "function f($x, $y = 2) { $x * $y }; f 3; f 3 4; f -y 5 -x 2 => 6|12|10",
        "function f { param([switch] $On) [bool] $On }; f; f -On => False|True",
        "function f { begin { 'b' } process { $_ * 2 } end { 'e' } }; 1, 2 | f => b|2|4|e",
        "filter double { $_ * 2 }; 1..3 | double => 2|4|6",
        "function f { $args.Count }; f a b c => 3",
        "function f { return 1; 2 }; f => 1",
        "$x = 1; function f { $x = 2; $x }; f; $x => 2|1",
        "$x = 1; function f { $script:x = 2 }; f; $x => 2",
        "1..5 | Where-Object { $_ % 2 } | ForEach-Object { $_ * 10 } => 10|30|50",
        "1..1000000 | Select-Object -First 2 => 1|2",
        "3, 1, 2 | Sort-Object => 1|2|3",
        "3, 1, 2 | Sort-Object -Descending | Select-Object -Last 1 => 1",
        "1..4 | Measure-Object -Sum | ForEach-Object { $_.Sum } => 10",
        "'a', 'b', 'a' | Group-Object | ForEach-Object { $_.Name + $_.Count } => a2|b1",
        "try { throw 'x' } catch { \"caught $_\" } finally { 'f' } => caught x|f",
        "try { 1 / 0 } catch { $_.Exception.Message } => Attempted to divide by zero.",
        "try { Get-Item C:\\nope -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } => PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
        "try { nope } catch [System.Management.Automation.CommandNotFoundException] { 'not found' } => not found",
        "\"$(1 + 1) ${env:OS} $env:NOPE!\" => 2 Windows_NT !",
        "\"`tx`\"y\" => \tx\"y",
        "'{0:D3} {1:N1} {2,5}|' -f 7, 3.14159, 'ab' => 007 3.1    ab|",
        "[int]'42' + 1 => 43",
        "[int]2.5; [int]3.5 => 2|4",
        "[char]65 => A",
        "[string]::Join('+', 1, 2) => 1+2",
        "[math]::Max(3, 9) => 9",
        "'abc'.Substring(1).ToUpper() => BC",
        "'a,b'.Split(',')[1] => b",
        "$null -eq $null => True",
        "@{ a = 1 } | ConvertTo-Json -Compress => {\"a\":1}",
        "('{\"x\":[1,2]}' | ConvertFrom-Json).x[1] => 2",
        "$s = { param($n) $n * 2 }; & $s 21 => 42",
        "$p = @{ Path = 'C:\\Windows' }; Test-Path @p => True",
        "Set-Content C:\\Windows\\Temp\\t.txt 'x', 'y'; (Get-Content C:\\Windows\\Temp\\t.txt)[1] => y",
        "(Get-Service WinRM).Status => Running",
        "$PSVersionTable.PSVersion.Major => 5",
        "$ErrorActionPreference = 'SilentlyContinue'; nope; 'on' => on",
        "[bool](Get-Command nope -ErrorAction SilentlyContinue) => False",
        "nope 2>$null; 'on' => on",
        "cmd /c 'echo hi & exit 5'; $LASTEXITCODE => hi |5",
        "$x = @'\nline 'one'\n'@; $x => line 'one'",
        "using namespace System.Text\n[StringBuilder]::new('b').Append('c').ToString() => bc",
        "(Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319').SchUseStrongCrypto => 1",
        "function f { [CmdletBinding()] param([Parameter(Mandatory = $true)] [string] $Name, [ValidateSet('a', 'b')] $Kind = 'a') \"$Name $Kind\" }; f n -Kind b => n b",
        "$a = 'x'; $b = $a ; & { $a = 'y' }; $a => x",
        "$? ; nope 2>$null; $? => True|False",
        "[Console]::OutputEncoding.CodePage => 65001",
        "-not $false -and (2 -in 1, 2) => True",
        "$list = New-Object System.Collections.ArrayList; [void] $list.Add(3); $list.Count => 1",
    })
    void printsWhatPowerShellPrints(String row) {
        int arrow = row.lastIndexOf(" => ");
        Interpreted run = Interpreted.script(row.substring(0, arrow));
        assertEquals(row.substring(arrow + 4), run.lines().replace("\n", "|"), run.err);
        assertEquals("", run.err);
    }

    @Test
    void endsWithTheCodeOfTheScript() {
        assertEquals(0, Interpreted.script("'a'").exitCode);
        assertEquals(3, Interpreted.script("exit 3").exitCode);
        assertEquals(-1, Interpreted.script("exit -1").exitCode);
        assertEquals(7, Interpreted.script("function f { exit 7 }; f; 'no'").exitCode);
        assertEquals(1, Interpreted.script("throw 'x'").exitCode);
        assertEquals(1, Interpreted.script("nope").exitCode);
    }

    @Test
    void anErrorThatEndsAStatementDoesNotEndTheScript() {
        Interpreted run = Interpreted.script("'a'\n1/0\n'b'");
        assertEquals("a\nb", run.lines());
        assertTrue(run.err.startsWith("#< CLIXML\r\n<Objs "), run.err);
        assertTrue(run.err.contains("Attempted to divide by zero."), run.err);
        assertTrue(run.err.contains("At line:2 char:1"), run.err);
        assertTrue(run.err.endsWith("</Objs>"), run.err);
    }

    @Test
    void anErrorUnderStopEndsTheScript() {
        Interpreted run = Interpreted.script("$ErrorActionPreference = 'Stop'\nGet-Item C:\\no\\such\n'b'");
        assertEquals("", run.lines());
        assertEquals(1, run.exitCode);
    }

    @Test
    void aSyntaxErrorRunsNothing() {
        Interpreted run = Interpreted.script("'a'\nif (");
        assertEquals("", run.lines());
        assertEquals(1, run.exitCode);
        assertTrue(run.err.contains("At line:2 char:"), run.err);
    }

    @Test
    void olderPowerShellsDoNotReadNewerSyntax() {
        assertEquals("2", Interpreted.script("windows-7-powershell-2", "$PSVersionTable.PSVersion.Major").lines());
        assertEquals(1, Interpreted.script("windows-7-powershell-2", "2 -in 1, 2").exitCode);
        assertEquals(1, Interpreted.script("windows-server-2022", "$a ?? 1").exitCode);
        assertTrue(Interpreted.script("windows-7-powershell-2", "Get-CimInstance Win32_OperatingSystem").err.contains("not recognized"));
    }

    @Test
    void aClr4ChildOfPowerShell2DiesInARemoteShell() {
        Interpreted child = Interpreted.line("windows-7-powershell-2", "set COMPLUS_version=v4.0.30319&powershell -Command 1", new byte[0], Map.of());
        assertEquals(0xE0434352, child.exitCode);
        assertEquals("", child.out);
    }

    @Test
    void nanoKnowsFewSwitches() {
        assertEquals("2", Interpreted.line("nano-tp3", "powershell \"1 + 1\"", new byte[0], Map.of()).lines());
        assertEquals(1, Interpreted.line("nano-tp3", "powershell -NoProfile -Command 1", new byte[0], Map.of()).exitCode);
        assertTrue(Interpreted.line("nano-tp3", "powershell Get-WmiObject Win32_OperatingSystem", new byte[0], Map.of()).err.contains("not recognized"));
    }

    @Test
    void cmdReadsItsLine() {
        assertEquals("a\nb", Interpreted.line("echo a&echo b").lines());
        assertEquals("yes", Interpreted.line("nope 2>nul || echo yes").lines());
        assertEquals("a & b", Interpreted.line("echo a ^& b").lines());
        assertEquals(5, Interpreted.line("exit /b 5").exitCode);
        assertEquals("raw ", Interpreted.line("echo raw 1>&2").err.replace("\r\n", ""));
        Interpreted unknown = Interpreted.line("nosuchprogram");
        assertEquals(1, unknown.exitCode);
        assertTrue(unknown.err.startsWith("'nosuchprogram' is not recognized as an internal or external command"));
    }

    @Test
    void aRegularExpressionMayLookOnlySoOften() {
        BoundedText text = new BoundedText("ab");
        assertThrows(PsError.class, () -> {
            while (true) {
                text.charAt(0);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[IO.File]::Delete('/etc/passwd')", "[Diagnostics.Process]::Start('sh')", "Start-Process sh", "[Reflection.Assembly]::LoadFile('x')",
        "Invoke-WebRequest http://127.0.0.1", "& '/bin/sh' -c id", "sh", "Get-Content /etc/passwd", "[Runtime.InteropServices.Marshal]::ReadInt32(0)",
        "Add-Type -TypeDefinition 'class A {}'", "New-Object -ComObject WScript.Shell", "'x' * 1gb", "1..2147483647 | Out-Null; $a = 1..100000000",
        "function f { f }; f", "$a = @(1); foreach ($i in 1..40) { $a += $a }; exit 1",
    })
    void whateverAScriptTriesIsRefusedAndBounded(String script) {
        Interpreted run = Interpreted.script(script);
        assertTrue(!run.err.isEmpty() && run.exitCode != 0, run.out + run.err);
    }
}
