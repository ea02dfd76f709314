package org.poshremote.language.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;

class WorkspaceIndexTest {
    private static URI uri(String name) {
        return URI.create("file:///w/" + name);
    }

    private static FileSymbols file(String name, String text) {
        return FileIndexer.index(uri(name), Parser.parse(text));
    }

    private static WorkspaceIndex index(String... namesAndTexts) {
        WorkspaceIndex index = WorkspaceIndex.EMPTY;
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            index = index.with(file(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return index;
    }

    private static String files(List<FunctionSymbol> functions) {
        return functions.stream().map(function -> function.file().toString().substring("file:///w/".length())).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void aFunctionIsKnownWithItsParametersAndHelp() {
        FunctionSymbol function = index("a.ps1", """
            <#
            .SYNOPSIS
                Copies a thing.
            .PARAMETER Name
                What to copy.
                Or where.
            .EXAMPLE
                Copy-Thing -Name x
            #>
            function Copy-Thing {
                [CmdletBinding()] [OutputType([string])] [Alias('ct')]
                param(
                    [Parameter(Mandatory, Position = 1, ParameterSetName = 'A', ValueFromPipeline)] [Alias('N')] [ValidateSet('x', 'y')] [string] $Name = 'x',
                    [switch] $Force
                )
                function Inner { }
            }
            """).functions("COPY-thing").get(0);
        assertEquals("Name string mandatory 1 x|y N 'x' A", function.parameters().stream().limit(1).map(p -> p.name() + " " + p.type() + " " + (p.mandatory() ? "mandatory" : "") + " "
            + p.position().getAsInt() + " " + String.join("|", p.values()) + " " + p.aliases().get(0) + " " + p.defaultText().get() + " " + p.sets().get(0)).collect(Collectors.joining()));
        assertTrue(function.parameters().get(1).isSwitch() && function.advanced() && function.parameters().get(0).fromPipeline());
        assertEquals("string", function.outputType().orElseThrow());
        assertEquals("Copies a thing.", function.help().orElseThrow().synopsis());
        assertEquals("What to copy.\nOr where.", function.help().orElseThrow().parameters().get("name"));
        assertEquals(List.of("Copy-Thing -Name x"), function.help().orElseThrow().examples());
        assertEquals(new TextRange(10, 10, 10, 20), function.named());
        assertEquals("Name", function.parameter("na").orElseThrow().name());
        assertEquals("Force", function.parameter("f").orElseThrow().name());
    }

    @Test
    void helpIsFoundWhereverPowerShellLooksForIt() {
        for (String text : List.of("# .SYNOPSIS\n# S\nfunction f { }", "# .SYNOPSIS\n# S\n\nfunction f { }", "function f {\n# .SYNOPSIS\n# S\n}", "function f {\n<# .SYNOPSIS\nS #>\nparam($a) $a }",
            "function f { 1\n<#\n.SYNOPSIS\nS\n#>\n}")) {
            assertEquals("S", index("a.ps1", text).functions("f").get(0).help().orElseThrow(() -> new AssertionError(text)).synopsis(), text);
        }
        assertTrue(index("a.ps1", "# .SYNOPSIS\n# S\n\n\nfunction f { }").functions("f").get(0).help().isEmpty());
        assertTrue(index("a.ps1", "# says .SYNOPSIS\nfunction f { }").functions("f").get(0).help().isEmpty());
    }

    @Test
    void namesAreFoundByTheirBeginningsInAnyCase() {
        WorkspaceIndex index = index("a.ps1", "function Get-B { function Get-Hidden { } }\nfunction get-a { }", "b.psm1", "class Box { [int] $Size; Box() { }; [string] Name([int] $n) { return '' } }\nenum Color { Red }");
        assertEquals("get-a Get-B", index.functionsStartingWith("GET-").map(FunctionSymbol::name).collect(Collectors.joining(" ")));
        assertEquals("PROPERTY Size, CONSTRUCTOR Box, METHOD Name", index.types("BOX").get(0).members().stream().map(m -> m.kind() + " " + m.name()).collect(Collectors.joining(", ")));
        assertEquals("Color", index.typesStartingWith("c").map(TypeSymbol::name).collect(Collectors.joining()));
    }

    @Test
    void aFileIsReplacedAndTakenAwayWithoutTouchingTheMomentBefore() {
        WorkspaceIndex before = index("a.ps1", "function Old { }");
        WorkspaceIndex after = before.with(file("a.ps1", "function New { }"));
        assertEquals(1, before.functions("Old").size());
        assertEquals(0, after.functions("Old").size());
        assertEquals(1, after.functions("New").size());
        assertEquals(0, after.without(uri("a.ps1")).functions("New").size());
    }

    @Test
    void manyChangesGiveTheSameAsOneBuild() {
        WorkspaceIndex index = WorkspaceIndex.EMPTY;
        for (int i = 0; i < 200; i++) {
            index = index.with(file("f" + i % 60 + ".ps1", "function F-" + i + " { }"));
        }
        assertEquals(60, index.files().count());
        assertEquals(60, index.functionsStartingWith("f-").count());
        assertEquals(1, index.functions("F-199").size());
        assertEquals(0, index.functions("F-10").size());
    }

    @Test
    void theNearestDeclarationWins() {
        String f = "function f { }";
        WorkspaceIndex index = index("own.ps1", f + "\nf", "lib/a.ps1", f, "caller.ps1", ". $PSScriptRoot/lib/a.ps1\nf", "stranger.ps1", "f",
            "mod/mod.psd1", "@{ ModuleVersion = '1.0'; RootModule = 'mod.psm1' }", "mod/mod.psm1", "", "mod/public/x.ps1", f, "mod/private/y.ps1", "f", "byname.ps1", "using module mod\nf",
            "case.ps1", ". ./LIB/A.PS1\nf");
        assertEquals("own.ps1", files(index.functionsSeenFrom(uri("own.ps1"), "F")));
        assertEquals("lib/a.ps1", files(index.functionsSeenFrom(uri("caller.ps1"), "f")));
        assertEquals("lib/a.ps1", files(index.functionsSeenFrom(uri("case.ps1"), "f")));
        assertEquals("mod/public/x.ps1", files(index.functionsSeenFrom(uri("mod/private/y.ps1"), "f")));
        assertEquals("lib/a.ps1 mod/public/x.ps1 own.ps1", files(index.functionsSeenFrom(uri("stranger.ps1"), "f")));
        assertEquals(List.of(uri("mod/mod.psd1"), uri("mod/mod.psm1")), List.copyOf(Visibility.of(index, uri("byname.ps1")).reached()));
    }

    @Test
    void filesThatTakeInEachOtherAreNoLoop() {
        WorkspaceIndex index = index("a.ps1", ". ./b.ps1", "b.ps1", ". ./a.ps1\n. ./b.ps1");
        assertEquals(List.of(uri("b.ps1")), List.copyOf(Visibility.of(index, uri("a.ps1")).reached()));
    }

    @Test
    void commandsAreCountedAndWordsAreKnown() {
        FileSymbols file = file("a.ps1", "Get-A; get-a; M\\Get-A; & 'Get-A'; ./Get-A.ps1; $Wörter = \"x-y\" # Zed");
        assertEquals(4, file.commands().of("GET-A"));
        assertEquals(0, file.commands().of("Get-B"));
        for (String word : List.of("get-a", "GET", "a", "wörter", "x-y", "zed", "not a word")) {
            assertTrue(file.words().mayHold(word), word);
        }
        assertFalse(file.words().mayHold("Get-B") && file.words().mayHold("nowhere") && file.words().mayHold("elsewhere"));
    }

    @Test
    void aFileOnTheDiskHasOneName() {
        assertEquals(Locations.of("file:///c%3A/a%20b.ps1").toString().replace("file:///c", "file:///C"), Locations.of("file:///C:/a b.ps1".replace(" ", "%20")).toString().replace("file:///c", "file:///C"));
        assertEquals(URI.create("untitled:1"), Locations.of("untitled:1"));
        assertEquals("unknown", Locations.of("no uri at all").getScheme());
    }
}
