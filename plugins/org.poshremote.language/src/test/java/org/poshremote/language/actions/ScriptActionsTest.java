package org.poshremote.language.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.RuleSettings;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

class ScriptActionsTest {
    private static List<Problem> problems(String text) {
        return new Analyzer(RuleSettings.DEFAULT, TargetProfiles.find("windows-server-2022").orElseThrow()).check(Parser.parse(text), FileFacts.named("x.ps1"));
    }

    /** Of the kind, at the bar, applied. */
    private static List<String> after(ScriptAction.Kind kind, String marked) {
        int at = marked.indexOf('|');
        Script script = Parser.parse(marked.substring(0, at) + marked.substring(at + 1));
        return ScriptActions.at(script, problems(script.text()), new Span(at, at)).stream().filter(action -> action.kind() == kind)
            .map(action -> Fix.apply(script.text(), List.of(new Fix("", action.edits())))).toList();
    }

    @Test
    void theFixOfTheProblemAtTheCursor() {
        assertEquals(List.of("if ($null -eq $a) { }; if ($b -eq $null) { }"), after(ScriptAction.Kind.FIX, "if ($a -eq| $null) { }; if ($b -eq $null) { }"));
        assertEquals(List.of("if ($null -eq $a) { }; if ($null -eq $b) { }"), after(ScriptAction.Kind.FIX_ALL, "if ($a -eq| $null) { }; if ($b -eq $null) { }"));
    }

    @Test
    void aProblemIsIgnoredByACommentWhereACommentCanStand() {
        assertEquals(List.of("Invoke-Expression $a # PoshRemote: ignore PSAvoidUsingInvokeExpression\n1"), after(ScriptAction.Kind.SUPPRESS, "Invoke-|Expression $a\n1"));
        // the backtick goes on with the line, so that the comment stands before
        List<String> before = after(ScriptAction.Kind.SUPPRESS, "  Invoke-|Expression `\r\n $a");
        assertEquals(List.of("  # PoshRemote: ignore PSAvoidUsingInvokeExpression\r\n  Invoke-Expression `\r\n $a"), before);
        for (String text : List.of("Invoke-Expression $a", "  Invoke-Expression `\r\n $a", "Invoke-Expression @'\nx\n'@")) {
            String suppressed = after(ScriptAction.Kind.SUPPRESS, text.replace("Invoke-", "Invoke-|")).get(0);
            assertTrue(problems(suppressed).stream().noneMatch(problem -> problem.rule().equals("PSAvoidUsingInvokeExpression")), suppressed);
        }
    }

    @Test
    void aParamBlockTakesAnAttribute() {
        List<String> suppressed = after(ScriptAction.Kind.SUPPRESS, "function f {\n    param($a)\n    Invoke-|Expression $a\n}");
        assertEquals("function f {\n    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingInvokeExpression', '')]\n    param($a)\n    Invoke-Expression $a\n}", suppressed.get(1));
        suppressed.forEach(text -> assertEquals(List.of(), problems(text)));
    }

    @Test
    void whatIsTooNewCanBeRequired() {
        assertEquals(List.of("#Requires -Version 7.0\n$a ?? 1"), after(ScriptAction.Kind.REQUIRE, "$a |?? 1"));
        assertEquals(List.of("#!/usr/bin/env pwsh\n#Requires -Version 7.0\n$a ?? 1"), after(ScriptAction.Kind.REQUIRE, "#!/usr/bin/env pwsh\n$a |?? 1"));
        assertEquals(List.of(), after(ScriptAction.Kind.REQUIRE, "#Requires -Version 5.1\n$a |?? 1"));
    }
}
