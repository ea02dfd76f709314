package org.poshremote.language.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;

class FunctionCallTest {
    private static FunctionCall call(String text, String name) {
        return FunctionCall.of(text, name).orElseThrow();
    }

    @Test
    void declarationsStayOnTheirLinesAndNothingElseDoes() {
        String script = """
            #Requires -Version 5.1
            using namespace System.Text; Remove-Item before
            param([Parameter(Mandatory)] $Path)
            <# Help. #>
            function Get-One { Get-Two # inner
            }
            Remove-Item "between
            # no comment"
            if ($Path) { function Get-Two { 2 } } # why
            [Flags()] enum Color { Red }
            class Box { [int] $Size }
            Get-One""";
        String expected = """
            #Requires -Version 5.1
            using namespace System.Text;

            <# Help. #>
            function Get-One { Get-Two # inner
            }


                         function Get-Two { 2 }   # why
            [Flags()] enum Color { Red }
            class Box { [int] $Size }

            & 'Get-One'
            """;
        FunctionCall call = call(script, "Get-One");
        assertEquals(expected, call.script().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n"));
        assertEquals(List.of(), call.mandatory());
        assertEquals(List.of(), Parser.parse(call.script()).errors());
    }

    @Test
    void lineEndsOfEveryKindStay() {
        assertEquals("  \r\nfunction A { }\r\n\n& 'A'\n", call("$x\r\nfunction A { }\r\n", "A").script());
    }

    @Test
    void aNameIsQuoted() {
        assertTrue(call("function It's { }", "It's").script().endsWith("\n& 'It''s'\n"));
    }

    @Test
    void whatACallLacksIsNamed() {
        assertEquals(List.of("Name", "Path"), call("""
            function Get-Thing {
                param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory = $false)] $Depth, $Other, [Parameter(Mandatory = $true)] $Path)
            }
            """, "Get-Thing").mandatory());
        assertEquals(List.of("B"), call("function A { }\nfunction A([Parameter(Mandatory)] $B) { }\n", "a").mandatory(), "the second is called");
    }

    @Test
    void whatIsNotDeclaredIsNotCalled() {
        assertEquals(Optional.empty(), FunctionCall.of("function A { function B { } }", "B"));
        assertFalse(FunctionCall.of("", "").isPresent());
    }
}
