package org.poshremote.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.language.syntax.Parser;

/** What becomes of a text when the character before "|" has just been typed; ¶ is a line end. */
class WhileTypingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '\t', ignoreLeadingAndTrailingWhitespace = false, value = {
        // a brace moves the lines of its block, relative to the line of the other brace
        "if ($a) {¶b¶}|	if ($a) {¶    b¶}",
        "   if ($a) {¶b¶}|	   if ($a) {¶       b¶   }",
        "function f {¶  if ($a) {¶b(1,2)¶  }|¶c¶	function f {¶  if ($a) {¶      b(1,2)¶  }¶c¶",
        "$a = @{¶b = 1¶      }|	$a = @{¶    b = 1¶}",
        // but not where something in it is wrong, nor anything else
        "if ($a) {¶(b¶}|	if ($a) {¶(b¶}",
        "  c¶ if ($a) { b }|	  c¶ if ($a) { b }",
        // a semicolon moves its statement
        "if ($a) {¶b -c `¶d;|¶e¶}	if ($a) {¶    b -c `¶        d;¶e¶}",
        "a;|	a;",
        // a line end moves the line that it begins
        "if ($a) {¶|	if ($a) {¶    ",
        "  if ($a) {¶|¶  }	  if ($a) {¶      ¶  }",
        "if ($a) {¶    b¶|¶    c¶}	if ($a) {¶    b¶    ¶    c¶}",
        "if ($a) {¶    b¶|}	if ($a) {¶    b¶}",
        "if ($a) {¶    b¶  |c¶}	if ($a) {¶    b¶    c¶}",
        "a¶   |	a¶",
        "Get-Process |¶^Sort-Object	Get-Process |¶    Sort-Object",
        "f(¶|	f(¶    ",
        // but not within a string or a comment
        "if ($a) { '¶|'	if ($a) { '¶'",
        "if ($a) { <#¶|#>	if ($a) { <#¶#>"})
    void becomes(String typed, String expected) {
        String marked = typed.replace('¶', '\n');
        int offset = marked.indexOf('^') >= 0 ? marked.indexOf('^') : marked.lastIndexOf('|');
        String text = marked.substring(0, offset) + marked.substring(offset + 1);
        int last = offset - 1;
        while (text.charAt(last) == ' ') {
            last--;
        }
        assertEquals(expected.replace('¶', '\n'), Formatter.apply(text, Formatter.typed(Parser.parse(text), FormatOptions.DEFAULT, offset, text.charAt(last))));
    }
}
