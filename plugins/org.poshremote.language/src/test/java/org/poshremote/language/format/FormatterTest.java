package org.poshremote.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.RuleSettings;

class FormatterTest {
    @TestFactory
    Stream<DynamicTest> becomes() throws IOException {
        return Layouts.all().stream().map(layout -> DynamicTest.dynamicTest(layout.title(), () -> {
            Formatted formatted = Formatter.format(layout.before(), layout.options());
            assertTrue(formatted.refusal().isEmpty(), formatted.refusal().toString());
            assertEquals(layout.after(), formatted.text());
        }));
    }

    @Test
    void lineEndsAreThoseOfTheText() {
        assertEquals("if ($a) {\r\n    1\r\n}\r\n", Formatter.format("if ($a) { 1\r\n}", FormatOptions.DEFAULT).text());
        assertEquals("if ($a) {\n    1\n}\n", Formatter.format("if ($a) { 1\n}", FormatOptions.DEFAULT).text());
        // those that are there stay, whatever the others are
        assertEquals("$a\r\n$b\n$c\r\n", Formatter.format("$a \r\n$b \n$c\r\n", FormatOptions.DEFAULT).text());
    }

    @Test
    void theByteOrderMarkStays() {
        Formatted formatted = Formatter.format("\uFEFF$a=1\n", FormatOptions.DEFAULT);
        assertEquals("\uFEFF$a = 1\n", formatted.text());
        assertEquals(List.of(new Edit(3, 3, " "), new Edit(4, 4, " ")), formatted.edits());
    }

    @Test
    void editsAreAsSmallAsCanBe() {
        assertEquals(List.of(new Edit(11, 11, "  "), new Edit(20, 22, "")), Formatter.format("if (1) {\n  2\n} # why  \n# a\n", FormatOptions.DEFAULT).edits());
    }

    @Test
    void whatCannotBeReadIsLeftAlone() {
        Formatted formatted = Formatter.format("$a=1\nif ($b) {\n", FormatOptions.DEFAULT);
        assertEquals("$a=1\nif ($b) {\n", formatted.text());
        assertFalse(formatted.changed());
        assertTrue(formatted.refusal().orElseThrow().startsWith("Line 2 has a mistake of syntax (MissingEndCurlyBrace)"));
    }

    @Test
    void aSignedScriptIsLeftAlone() {
        String signed = "$a=1\n# SIG # Begin signature block\n# MII\n# SIG # End signature block\n";
        Formatted formatted = Formatter.format(signed, FormatOptions.DEFAULT);
        assertEquals(signed, formatted.text());
        assertTrue(formatted.refusal().orElseThrow().contains("signed"));
    }

    @Test
    void aSettingsFileSaysWhatToDo() {
        RuleSettings settings = RuleSettings.parse("""
            @{
                ExcludeRules = @('PSUseCorrectCasing')
                Rules = @{
                    PSPlaceOpenBrace = @{ Enable = $true; OnSameLine = $false }
                    PSUseConsistentWhitespace = @{ Enable = $false }
                    PSUseConsistentIndentation = @{ Enable = $true; Kind = 'tab' }
                    PSAvoidUsingDoubleQuotesForConstantString = @{ Enable = $true }
                }
            }
            """).orElseThrow();
        assertEquals("IF ($a)\n{\n\t$b=@{c='d'}\n}\n", Formatter.format("IF ($a){\n$b=@{c=\"d\"}\n}\n", FormatOptions.DEFAULT.with(settings)).text());
    }

    @Test
    void namesOfOptionsAreFoundInAnyCaseAndNonsenseSaysNothing() {
        FormatOptions options = FormatOptions.DEFAULT.with(Map.of("PRESET", "codeFormattingAllman", "indentationsize", "8", "useCorrectCasing", true, "indentationKind", "furlong"));
        assertEquals(Preset.ALLMAN, options.preset());
        assertEquals(8, options.number(FormatOption.INDENTATION_SIZE));
        assertEquals("space", options.value(FormatOption.INDENTATION_KIND));
    }
}
