package org.poshremote.language.hover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;

class HoverTest {
    private static Optional<HoverText> at(String marked, Surroundings surroundings) {
        int offset = marked.indexOf('‸');
        String text = marked.substring(0, offset) + marked.substring(offset + 1);
        return new Hover(ScriptModel.of(Parser.parse(text)), new LineMap(text), surroundings).at(offset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '¦', value = {
        "Get-Child‸Item ⇒ Get-ChildItem [[-Path] <string[]>]",
        "Get-ChildItem‸ ⇒ Lists what is in a folder",
        "‸gci ⇒ Alias of `Get-ChildItem`",
        "Get-ChildItem -Rec‸urse ⇒ -Recurse",
        "Get-ChildItem -Pa‸th x ⇒ position 0",
        "New-Object -Type‸Name x ⇒ Mandatory in some ways to call it",
        "Get-ChildItem -Dep‸th 1 ⇒ In Windows PowerShell 5.1",
        "Get-ChildItem -e‸a Stop ⇒ -ErrorAction <ActionPreference>",
        "Get-ChildItem -ErrorAction St‸op ⇒ try and catch see it",
        "Get-ChildItem -ErrorAction Stop -Ver‸bose ⇒ Common parameter",
        "$alpha = 1; $al‸pha ⇒ [int] $alpha",
        "$alpha = 1; $al‸pha ⇒ line 1: `$alpha = 1`",
        "$h = @{ One = 1 }; $‸h ⇒ Keys: `One`",
        "function f { param([string] $Al‸pha) } ⇒ Parameter in `f`",
        "$PSScript‸Root ⇒ The folder of the script that runs",
        "$env:TE‸MP ⇒ The folder for temporary files",
        "$env:MY_‸OWN ⇒ Environment variable",
        "Get-Process | % { $‸_ } ⇒ [Process] $_",
        "[date‸time]::Now ⇒ [System.DateTime]",
        "[datetime]::N‸ow ⇒ static DateTime Now",
        "(Get-Date).Add‸Days(1) ⇒ DateTime AddDays(double value)",
        "'x'.Sub‸string(1) ⇒ string Substring(int startIndex, int length)",
        "class A { [int] $B } ([A]::new()).‸B ⇒ [int] $B",
        "class A‸ { [int] $B } ⇒ class A",
        "class A { [int] Gr‸ow([int] $by) { return 1 } } ⇒ [int] Grow([int] $by)",
        "enum Color { Red } [Col‸or]::Red ⇒ enum Color",
        "fore‸ach ($x in 1) { } ⇒ Runs a block for each of several values",
        "$a -li‸ke 'x' ⇒ wildcard pattern",
        "-no‸t $a ⇒ The opposite",
        "function f { param([Param‸eter(Mandatory)] $x) } ⇒ Says how a parameter is bound",
        "function f { param([Parameter(Manda‸tory)] $x) } ⇒ Must be given",
        "x | Select-Object @{ Expres‸sion = 1 } ⇒ What its value is",
        "configuration X { Node a { Fi‸le b { Ensure = 'Present' } } } ⇒ A file or folder",
        "configuration X { Node a { File b { En‸sure = 'Present' } } } ⇒ Values: `Present`, `Absent`",
        "#Requires -Ver‸sion 5.1 ⇒ The oldest PowerShell",
        "<# .SYN‸OPSIS x #> ⇒ What it does",
        "[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsing‸WriteHost', '')] param() ⇒ PSAvoidUsingWriteHost",
    })
    void tells(String marked, String expected) {
        Optional<HoverText> found = at(marked, Surroundings.NONE);
        assertTrue(found.filter(text -> text.markdown().contains(expected)).isPresent(), () -> found.map(HoverText::markdown).orElse("nothing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '¦', value = {"  ‸   ", "'just ‸text'", "# just ‸text", "unknown-‸thing", "ping -‸n 1", "12‸34"})
    void orSaysNothing(String marked) {
        assertEquals(Optional.empty(), at(marked, Surroundings.NONE));
    }

    @Test
    void theTargetIsSpokenOf() {
        Surroundings old = new Surroundings(Optional.empty(), OtherScripts.NONE, TargetProfiles.find("windows-7-powershell-2").orElseThrow());
        assertTrue(at("Get-Cim‸Instance", old).orElseThrow().markdown().contains("The target does not have it"));
        assertTrue(at("Get-ChildItem -Fi‸le", old).orElseThrow().markdown().contains("does not have it"));
        assertFalse(at("Get-Child‸Item", old).orElseThrow().markdown().contains("does not have it"));
    }

    @Test
    void helpOfAFunctionIsEscaped() {
        String markdown = at("""
            <#
            .SYNOPSIS
                Makes <b>things</b> [here](http://x) *now*.
            .PARAMETER Size
                How `big`.
            .EXAMPLE
                New-Thing -Size 5
                Makes a big one.
            .LINK
                https://example.org/a
            #>
            function New-Thi‸ng { param([int] $Size) }
            """, Surroundings.NONE).orElseThrow().markdown();
        assertTrue(markdown.contains("Makes \\<b\\>things\\</b\\> \\[here\\](http://x) \\*now\\*."), markdown);
        assertTrue(markdown.contains("- `-Size` How \\`big\\`."), markdown);
        assertTrue(markdown.contains("```powershell\nNew-Thing -Size 5\n```\n\nMakes a big one."), markdown);
        assertTrue(markdown.contains("](https://example.org/a)"), markdown);
    }

    @Test
    void theSpanIsTheWord() {
        assertEquals("-Path", "Get-ChildItem -Path x".substring(at("Get-ChildItem -Pa‸th x", Surroundings.NONE).orElseThrow().span().start(),
            at("Get-ChildItem -Pa‸th x", Surroundings.NONE).orElseThrow().span().end()));
    }
}
