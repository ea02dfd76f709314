package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptNotesTest {
    private static List<String> notes(String script) {
        return ScriptNotes.of(ScriptFacts.of(script));
    }

    private static String only(String script) {
        List<String> notes = ScriptNotes.of(ScriptFacts.of(script));
        assertEquals(1, notes.size(), notes.toString());
        return notes.get(0);
    }

    @Test
    void usesOfTheFileAreNamedOnceWithTheirLine() {
        assertTrue(only("'a'\r\n$x = \"$PSScriptRoot\\lib.ps1\"\r\n$psscriptroot").startsWith("Line 2 uses $PSScriptRoot"));
        assertTrue(only("\"$(Split-Path ${PSCommandPath})\"").startsWith("Line 1 uses $PSCommandPath"));
        assertTrue(only("Split-Path $MyInvocation.MyCommand.Path").startsWith("Line 1 asks $MyInvocation"));
    }

    @Test
    void neighboursAreNamed() {
        assertTrue(only(". .\\lib.ps1").contains("runs .\\lib.ps1"));
        assertTrue(only("& '../x y.ps1' -A 1").contains("runs ../x y.ps1"));
        assertTrue(only("$a = 1\n./tool.exe").startsWith("Line 2"));
    }

    @Test
    void commentsVerbatimTextAndOtherPathsAreNot() {
        assertEquals(List.of(), notes("# $PSScriptRoot . .\\x.ps1\n'$PSCommandPath'\n@'\n. .\\x.ps1\n'@\nGet-Item .\\x\n"
                + "$MyInvocation.Line\n& C:\\x.ps1\n$o.PSScriptRoot"));
    }

    @Test
    void deepNestingIsNoTrouble() {
        notes("$PSScriptRoot" + "(".repeat(50_000));
        notes("$PSScriptRoot" + "\"$(".repeat(50_000));
        notes("$PSScriptRoot" + "{".repeat(50_000) + "}".repeat(50_000));
    }
}
