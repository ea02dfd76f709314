package org.poshremote.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final String EVERYTHING = """
        #Requires -Version 5.1
        using namespace System.IO
        <# block
           comment #>
        [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'a')]
        param([Parameter(Mandatory = $true)] [string[]] $Name = @('x', "y$(1 + 2)z"), [switch] $Fast)
        begin { $i = 0; ${odd name} = 1mb }
        process {
            :outer foreach ($n in $Name | Sort-Object -Unique) {
                if ($n -match '^a' -and !$Fast) { continue outer } elseif (-not ($i++ -lt 3)) { break } else { $i-- }
                switch -Regex ($n) { '^b' { 1 } default { 2 } }
                do { $i += 2 } until ($i -ge 10)
                Get-Item `
                    -Path:$n, "c" --flag=1 2>&1 >> out.txt | & { $_ } && cmd --% /c dir "x"
                $x = @{ a = 1; 'b c' = { 2 } }
                [Math]::Max($x.a, $x['b c']).ToString()?.Length ?? 0
                $t = $i -gt 1 ? 'x' : "y"
                $h = @'
        here's
        '@
            }
        }
        end { class C : Object { static [int] $Count = 1; hidden [string] Say([int] $n) { return "$n" } C() : base() { } } enum E { A = 1; B } }
        """;

    @Test
    void togetherTheyAreTheText() {
        Random random = new Random(7);
        covers(EVERYTHING);
        for (int i = 0; i < 500; i++) {
            covers(EVERYTHING.substring(0, random.nextInt(EVERYTHING.length())));
            int from = random.nextInt(EVERYTHING.length());
            covers(EVERYTHING.substring(0, from) + EVERYTHING.substring(Math.min(EVERYTHING.length(), from + 1 + random.nextInt(20))));
        }
    }

    private static void covers(String text) {
        int at = 0;
        for (Token token : Tokens.of(Parser.parse(text))) {
            assertEquals(at, token.start(), text);
            assertTrue(token.end() > token.start(), text);
            at = token.end();
        }
        assertEquals(text.length(), at, text);
    }

    @Test
    void nothingOfAWholeScriptIsUnknown() {
        Script script = Parser.parse(EVERYTHING);
        assertEquals(List.of(), script.errors());
        assertEquals(List.of(), Tokens.of(script).stream().filter(token -> token.kind() == Token.Kind.UNKNOWN).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$a=1 + 2|VARIABLE ASSIGNMENT NUMBER OPERATOR NUMBER",
        "if($a){b}else{c}|KEYWORD OPEN_PARENTHESIS VARIABLE CLOSE_PARENTHESIS OPEN_BLOCK COMMAND CLOSE_BRACE KEYWORD OPEN_BLOCK COMMAND CLOSE_BRACE",
        "a -b:c d,e {f} # g|COMMAND PARAMETER WORD WORD COMMA WORD OPEN_SCRIPT_BLOCK COMMAND CLOSE_BRACE COMMENT",
        "@{a=1}|OPEN_TABLE WORD ASSIGNMENT NUMBER CLOSE_BRACE",
        "function a-b.c($d){}|KEYWORD NAME OPEN_PARENTHESIS VARIABLE CLOSE_PARENTHESIS OPEN_BLOCK CLOSE_BRACE",
        "function ?{}|KEYWORD NAME OPEN_BLOCK CLOSE_BRACE",
        "configuration x { Node a { File b { c = 1 } } }|KEYWORD WORD OPEN_BLOCK NAME WORD OPEN_RESOURCE NAME WORD OPEN_RESOURCE WORD ASSIGNMENT NUMBER CLOSE_BRACE CLOSE_BRACE CLOSE_BRACE",
        "a 2>&1 3>> b|COMMAND REDIRECTION REDIRECTION WORD",
        "[int]::Parse('1')|OPEN_BRACKET TYPE CLOSE_BRACKET DOT WORD OPEN_PARENTHESIS STRING CLOSE_PARENTHESIS",
        "enum E { A = 1 }|KEYWORD NAME OPEN_BLOCK NAME ASSIGNMENT NUMBER CLOSE_BRACE",
        "-not $a -EQ $b|OPERATOR VARIABLE OPERATOR VARIABLE",
        ":x while (1) { break x }|MARK NAME KEYWORD OPEN_PARENTHESIS NUMBER CLOSE_PARENTHESIS OPEN_BLOCK KEYWORD WORD CLOSE_BRACE",
        ". .\\a.ps1|DOT COMMAND"})
    void eachHasItsKind(String text, String kinds) {
        assertEquals(kinds, Tokens.of(Parser.parse(text)).stream().map(Token::kind).filter(kind -> kind != Token.Kind.BLANKS).map(Enum::name).collect(Collectors.joining(" ")));
    }
}
