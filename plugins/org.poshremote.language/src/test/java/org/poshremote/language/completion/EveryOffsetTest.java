package org.poshremote.language.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.features.Span;
import org.poshremote.language.hints.ArgumentNames;
import org.poshremote.language.hover.Hover;
import org.poshremote.language.hover.HoverText;
import org.poshremote.language.signature.Call;
import org.poshremote.language.signature.Signature;
import org.poshremote.language.signature.Signatures;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/** Completion, hover, signatures and names of arguments at every place of whole and of damaged texts: they answer, and what they answer lies in the text. */
class EveryOffsetTest {
    private static final String SAMPLE = """
        #Requires -Version 5.1
        <#
        .SYNOPSIS
            Sets a node up.
        .PARAMETER Name
            Which one.
        #>
        using namespace System.IO
        [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'A')]
        param([Parameter(Mandatory, Position = 0)] [ValidateSet('One', 'Two')] [string[]] $Name = @('One'), [switch] $Force)
        enum Color { Red; Green }
        class Box : System.Exception { [int] $Size = 1; static [string] $Kind; Box([int] $s) : base('x') { $this.Size = $s } [int] Grow([int] $by) { return $this.Size + $by } }
        function Get-Thing { param($Id, [Color] $Color) begin { } process { "id $Id is $($Id.Length + 1)" -replace 'a', "b`t" } }
        $p = @{ Id = 5; Color = 'Red'; 'odd key' = { $_ } }
        Get-Thing @p | Where-Object { $_.Name -like "*$env:TEMP*" -and -not $x } | Select-Object Name, @{ n = 'a'; e = { $_.b } } > out.txt 2>&1
        if ([Box]::new(3).Grow(1, 2) -gt 3) { $b = [Box]::new(1); $b.Grow(4) } elseif ($a[0]) { } else { throw "no" }
        switch -Regex ($Name) { 'One' { break } default { continue } }
        try { . .\\other.ps1; & "$PSScriptRoot\\x.ps1" -A:1 } catch [IOException] { $_.Exception.Message } finally { }
        :outer foreach ($i in 1..10) { break outer }
        configuration Web { Node localhost { File f { DestinationPath = 'x'; Ensure = 'Present' } } }
        $text = @"
        here $Name ${odd} $(Get-Date -Format 'x')
        "@
        Get-ChildItem -Path C:\\ -Recurse -ErrorAction Stop `
            -Filter *.ps1
        """;
    private static final String DAMAGE = "$-.:[]{}()@\"'#,;|\n &`<>\u201C\uD83D";

    @Test
    void ofAWholeText() throws IOException {
        everywhere(SAMPLE, 1);
        everywhere(SAMPLE.replace("\n", "\r\n"), 5);
        try (InputStream in = EveryOffsetTest.class.getResourceAsStream("/org/poshremote/language/syntax/samples.ps1")) {
            everywhere(new String(in.readAllBytes(), StandardCharsets.UTF_8), 3);
        }
    }

    @Test
    void ofTextsThatEndAnywhere() {
        for (int end = 0; end < SAMPLE.length(); end += 3) {
            at(SAMPLE.substring(0, end), end);
        }
    }

    @Test
    void ofDamagedTexts() {
        Random random = new Random(20260417);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(SAMPLE);
            int at = 0;
            for (int i = 0; i < 6; i++) {
                at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                    default -> text.setCharAt(at, DAMAGE.charAt(random.nextInt(DAMAGE.length())));
                }
            }
            String damaged = text.toString();
            for (int near = Math.max(0, at - 4); near <= Math.min(damaged.length(), at + 4); near++) {
                at(damaged, near);
            }
        }
    }

    private static void everywhere(String text, int step) {
        for (int offset = 0; offset <= text.length(); offset += step) {
            at(text, offset);
        }
    }

    private static void at(String text, int offset) {
        Script script = Parser.parse(text);
        try {
            for (Proposal proposal : Completion.at(script, offset, Surroundings.NONE).list()) {
                Span span = proposal.replace();
                assertTrue(span.start() >= 0 && span.start() <= offset && offset <= span.end() && span.end() <= text.length(), proposal::toString);
                // an edit of a completion stays on its line (LSP 3.18, CompletionItem.textEdit)
                assertEquals(-1, text.substring(span.start(), span.end()).indexOf('\n'), proposal::toString);
                assertTrue(proposal.label().indexOf('\u01C0') < 0 && proposal.insert().indexOf('\u01C0') < 0, proposal::toString);
            }
            ScriptModel model = ScriptModel.of(script);
            Optional<HoverText> hover = new Hover(model, new LineMap(text), Surroundings.NONE).at(offset);
            hover.ifPresent(found -> assertTrue(0 <= found.span().start() && found.span().start() <= offset && offset <= found.span().end() && found.span().end() <= text.length(), found::toString));
            Optional<Call> call = new Signatures(model, Surroundings.NONE).at(offset);
            call.ifPresent(EveryOffsetTest::check);
            List<ArgumentNames.Name> names = ArgumentNames.of(model, Surroundings.NONE, new Span(0, offset), ArgumentNames.Extent.ALL);
            names.forEach(name -> assertTrue(name.offset() >= 0 && name.offset() <= text.length(), name::toString));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("at " + offset + " of\n" + text.substring(0, offset) + "‸" + text.substring(offset), e);
        }
    }

    private static void check(Call call) {
        assertTrue(call.active() >= 0 && call.active() < call.signatures().size(), call::toString);
        Signature signature = call.signatures().get(call.active());
        assertTrue(call.parameter().isEmpty() || call.parameter().getAsInt() < signature.parameters().size(), call::toString);
        for (Signature each : call.signatures()) {
            each.parameters().forEach(part -> assertTrue(part.span().start() >= 0 && part.span().end() <= each.label().length(), each::toString));
        }
    }
}
