package org.poshremote.language.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;

class ScriptModelTest {
    private static ScriptModel model(String text) {
        return ScriptModel.of(Parser.parse(text));
    }

    private static String uses(String text, String name) {
        ScriptModel model = model(text);
        VariableSymbol symbol = model.variableAt(name, text.length()).orElseThrow();
        return symbol.uses().stream().map(use -> use.access() + "@" + use.start()).collect(Collectors.joining(" "));
    }

    @Test
    void aVariableHasAllItsMentionsInTheOrderOfTheText() {
        assertEquals("WRITE@0 READ@10 UPDATE@14", uses("$a = 1; f $a; $A++", "a"));
    }

    @Test
    void aFunctionReadsWhatTheScriptSetsButWritesItsOwn() {
        ScriptModel model = model("$a = 1\nfunction f { $a; $b = 2 }\nfunction g { $a = 3; $a }");
        assertEquals(2, model.root().variable("a").orElseThrow().uses().size());
        assertTrue(model.root().variable("b").isEmpty());
        Scope g = model.root().children().get(1);
        assertEquals(2, g.variable("a").orElseThrow().uses().size());
    }

    @Test
    void blocksOfForEachObjectRunInTheScopeAround() {
        assertEquals("WRITE@0 WRITE@12 READ@22", uses("$x = 0; % { $x = 1 }; $x", "x"));
    }

    @Test
    void whatRunsElsewhereSeesTheVariablesAroundOnlyByUsing() {
        ScriptModel model = model("$x = 1; $y = 2; Invoke-Command -ComputerName n { $using:x; $y }");
        assertEquals(2, model.root().variable("x").orElseThrow().uses().size());
        assertEquals(1, model.root().variable("y").orElseThrow().uses().size());
    }

    @Test
    void scriptScopeIsReachedFromAnywhere() {
        ScriptModel model = model("function f { $script:n = 1 }\n$n");
        assertEquals(2, model.root().variable("n").orElseThrow().uses().size());
    }

    @Test
    void parametersSplatsAndNamesInCommandsCount() {
        ScriptModel model = model("param($p) $h = @{}; Get-X @h -OutVariable o; $o; Set-Variable -Name s -Value 1; $s; $p");
        assertTrue(model.root().variable("p").orElseThrow().parameter().isPresent());
        assertEquals(List.of(VariableUse.Access.WRITE, VariableUse.Access.SPLAT), model.root().variable("h").orElseThrow().uses().stream().map(VariableUse::access).toList());
        assertEquals(2, model.root().variable("o").orElseThrow().uses().size());
        assertEquals(2, model.root().variable("s").orElseThrow().uses().size());
    }

    @Test
    void functionsAreSeenFromWithin() {
        ScriptModel model = model("function f { }\nfunction g { function f { }; f }");
        Scope g = model.root().children().get(1);
        assertSame(model.functions().get(2), g.function("F").get(0));
        assertEquals(3, model.functions().size());
    }

    @Test
    void otherFilesAreNamed() {
        ScriptModel model = model("using module ./m.psm1\n. $PSScriptRoot\\lib\\a.ps1\n. \"$PSScriptRoot/b.ps1\"\n. (Join-Path $PSScriptRoot 'c.ps1')\nImport-Module Pester\n. $x");
        assertEquals(List.of(Optional.of("m.psm1"), Optional.of("lib/a.ps1"), Optional.of("b.ps1"), Optional.of("c.ps1"), Optional.empty()),
            model.inclusions().stream().map(Inclusion::localPath).toList());
    }

    @Test
    void dataIsReadWithoutRunningIt() {
        assertEquals(Optional.of(Map.of("a", List.of("x", "y"), "b", Map.of("c", true))), DataFile.read(Parser.parse("@{ A = @('x'\n'y'); B = @{ C = $true }; D = Get-Date }")));
    }

    @Test
    void typesAreKnownWhereTheTextTellsThem() {
        Map<String, String> expected = Map.of("$a = 'x'", "string", "$a = [int] '5'", "int", "$a = New-Object System.Collections.Hashtable", "hashtable",
            "$a = [Text.StringBuilder]::new()", "Text.StringBuilder", "$a = 1 + 2", "int", "[datetime] $a = f", "datetime", "param([switch] $a)", "switch",
            "function f { [OutputType([string])] param() }\n$a = f", "string", "$a = 1; $a = 'x'", "?", "$a = f", "?");
        expected.forEach((text, type) -> {
            ScriptModel model = model(text);
            assertEquals(type, new Types(model).of(model.root().variable("a").orElseThrow()).orElse("?"), text);
        });
    }
}
