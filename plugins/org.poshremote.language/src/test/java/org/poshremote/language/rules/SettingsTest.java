package org.poshremote.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Parser;

/** Which rules take part, and what the author says is meant so. */
class SettingsTest {
    private static List<String> rules(String script, RuleSettings settings) {
        return new Analyzer(settings, TargetFacts.NONE).check(Parser.parse(script), FileFacts.named("x.ps1")).stream().map(Problem::rule).toList();
    }

    private static RuleSettings settings(String psd1) {
        return RuleSettings.parse(psd1).orElseThrow();
    }

    @Test
    void rulesAreIncludedExcludedAndEnabled() {
        String script = "Invoke-Expression $x; $global:a = 1  \n";
        assertEquals(List.of("PSAvoidUsingInvokeExpression", "PSAvoidGlobalVars", "PSAvoidTrailingWhitespace"), rules(script, RuleSettings.DEFAULT));
        assertEquals(List.of("PSAvoidGlobalVars"), rules(script, settings("@{ IncludeRules = @('PSAvoidGlobal*') }")));
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), rules(script, settings("@{ ExcludeRules = 'PSAvoidGlobalVars', 'PSAvoidTrailingWhitespace' }")));
        assertEquals(List.of("PSAvoidTrailingWhitespace"), rules(script, settings("@{ Severity = @('Information') }")));
        assertEquals(List.of(), rules(script, settings("@{ IncludeDefaultRules = $false }")));
        assertEquals(List.of("PSAvoidUsingInvokeExpression", "PSAvoidTrailingWhitespace"), rules(script, settings("@{ Rules = @{ PSAvoidGlobalVars = @{ Enable = $false } } }")));
        assertTrue(rules(script, settings("@{ Rules = @{ PSAvoidLongLines = @{ Enable = $true; MaximumLineLength = 10 } } }")).contains("PSAvoidLongLines"));
    }

    @Test
    void aSettingsFileIsNeverRun() {
        assertEquals(Optional.empty(), RuleSettings.parse("Remove-Item -Recurse C:\\"));
        assertEquals(Set.of(), settings("@{ Severity = (Get-Content x) }").severities());
    }

    @Test
    void anAttributeSpeaksAboutWhatItStandsOn() {
        String suppress = "[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingInvokeExpression', '')]";
        assertEquals(List.of(), rules(suppress + "\nparam()\nInvoke-Expression $a\nfunction f { Invoke-Expression $b }", RuleSettings.DEFAULT));
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), rules("function f { " + suppress + " param() Invoke-Expression 1 }\nInvoke-Expression 2", RuleSettings.DEFAULT));
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), rules("[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingInvokeExpression', '', Scope = 'Function', Target = 'Get-*')]\n"
            + "param()\nfunction Get-A { Invoke-Expression 1 }\nfunction Use-B { Invoke-Expression 2 }", RuleSettings.DEFAULT));
    }

    @Test
    void anAttributeMayNameWhatItIsAbout() {
        String script = "[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', 'a')]\nparam()\n$a = 1; $b = 2";
        List<Problem> problems = new Analyzer(RuleSettings.DEFAULT, TargetFacts.NONE).check(Parser.parse(script), FileFacts.named("x.ps1"));
        assertEquals(List.of("b"), problems.stream().map(Problem::subject).toList());
    }

    @Test
    void aCommentSpeaksAboutItsLineOrTheNext() {
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), rules("Invoke-Expression 1 # PoshRemote: ignore PSAvoidUsingInvokeExpression\nInvoke-Expression 2", RuleSettings.DEFAULT));
        assertEquals(List.of("PSAvoidUsingInvokeExpression"), rules("# PoshRemote: ignore PSAvoidGlobalVars, PSAvoidUsingInvokeExpression\nInvoke-Expression 1\nInvoke-Expression 2",
            RuleSettings.DEFAULT));
    }

    @Test
    void factsOfATargetAreRead() {
        TargetFacts facts = TargetFactsReader.read(Map.of("profile", "windows-server-2016", "name", "web1", "commands", Map.of("Get-Thing", List.of("Name")), "codePage", 850));
        assertEquals("web1 (Windows PowerShell 5.1)", facts.described());
        assertEquals(Optional.of(Map.of("get-thing", Set.of("name"))), facts.commands());
        assertEquals(Optional.of(850), facts.codePage());
        List<String> found = new Analyzer(RuleSettings.only("PoshRemoteTargetCommand"), facts).check(Parser.parse("Get-Thing; Get-Item x; git status"), FileFacts.NONE).stream()
            .map(Problem::subject).toList();
        assertEquals(List.of("Get-Item"), found);
    }

    /** A person may call any node "nano1", and a Nano Server anything. */
    @Test
    void aTargetIsWhatItsProfileSaysWhateverItIsCalled() {
        String script = "Add-Type -TypeDefinition 'class A { }'; Restart-Computer; powershell -ExecutionPolicy Bypass; Start-Transcript";
        String rules = "PoshRemoteAddType,PoshRemoteTargetCommand,PoshRemoteNestedPowerShell,PoshRemoteTranscript";
        List<Problem> onNano = new Analyzer(RuleSettings.only(rules), TargetFactsReader.read(Map.of("profile", "nano-tp3", "name", "small"))).check(Parser.parse(script), FileFacts.NONE);
        assertEquals(Set.of(rules.split(",")), onNano.stream().map(Problem::rule).collect(Collectors.toSet()));
        assertTrue(onNano.getFirst().message().contains("small"), onNano.getFirst().message());
        TargetFacts called = TargetFactsReader.read(Map.of("profile", "windows-server-2022", "name", "nano-tp3"));
        assertEquals(List.of(), new Analyzer(RuleSettings.only(rules), called).check(Parser.parse(script), FileFacts.NONE));
        String web = "Invoke-WebRequest https://example.com";
        assertEquals(List.of(), new Analyzer(RuleSettings.only("PoshRemoteTls"), TargetFactsReader.read(Map.of("profile", "windows-server-2022", "name", "web1"))).check(Parser.parse(web), FileFacts.NONE));
    }

    @Test
    void encodingsAreToldByTheirBytes() {
        assertEquals(FileFacts.Encoding.ASCII, FileFacts.encodingOf("a".getBytes()));
        assertEquals(FileFacts.Encoding.UTF_8, FileFacts.encodingOf(new byte[] {(byte) 0xC3, (byte) 0xBC}));
        assertEquals(FileFacts.Encoding.ANSI, FileFacts.encodingOf(new byte[] {'a', (byte) 0xFC, 'a'}));
        assertEquals(FileFacts.Encoding.UTF_16_LE, FileFacts.encodingOf(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}));
    }

    /** Pieces of scripts in any order, broken ones too. */
    @Test
    void noTextBreaksARule() {
        String[] pieces = {"function f", "{", "}", "(", ")", "param", "[Parameter(Mandatory)]", "$a", "=", "@{", "'x'", "\"$(", "|", "%", "if", "-eq $null", "class C", "[int]", "::new()", ";", "\n",
            "#Requires -Version", "try", "catch", "switch", "`", "@'\n", "\n'@", "workflow", "configuration", "[Diagnostics.CodeAnalysis.SuppressMessage(", "Start-Job", "Out-File a.json", "1..", ",", "$using:x",
            "# PoshRemote: ignore", "enum E", "return", "foreach ($i in", "-ComputerName", "&&", "?.", "??", "Export-ModuleMember", "ü", "–"};
        Random random = new Random(5);
        Analyzer analyzer = new Analyzer(RuleSettings.ALL, TargetProfiles.find("windows-server-2012").orElseThrow());
        FileFacts[] files = {new FileFacts("a.ps1", FileFacts.Encoding.UTF_8), FileFacts.named("a.psm1"), FileFacts.named("a.psd1")};
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(25); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            for (Problem problem : analyzer.check(Parser.parse(text.toString()), files[i % 3])) {
                Span range = problem.range();
                assertTrue(0 <= range.start() && range.start() <= range.end() && range.end() <= text.length(), problem + " in " + text);
                problem.fix().ifPresent(fix -> Fix.apply(text.toString(), List.of(fix)));
            }
        }
    }
}
