package org.poshremote.language.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Parser;

class SignaturesTest {
    /** What is called, with brackets 【】 around the parameter that is written. */
    private static String at(String marked) {
        int offset = marked.indexOf('‸');
        String text = marked.substring(0, offset) + marked.substring(offset + 1);
        Optional<Call> call = new Signatures(ScriptModel.of(Parser.parse(text)), Surroundings.NONE).at(offset);
        if (call.isEmpty()) {
            return "∅";
        }
        Signature signature = call.get().signatures().get(call.get().active());
        if (call.get().parameter().isEmpty()) {
            return signature.label();
        }
        Span span = signature.parameters().get(call.get().parameter().getAsInt()).span();
        return signature.label().substring(0, span.start()) + "【" + signature.label().substring(span.start(), span.end()) + "】" + signature.label().substring(span.end());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '¦', value = {
        "function F { param([int] $A, $B) } F ‸ ⇒ F 【[[-A] <int>]】 [[-B] <object>]",
        "function F { param([int] $A, $B) } F 1 ‸ ⇒ F [[-A] <int>] 【[[-B] <object>]】",
        "function F { param([int] $A, $B) } F 1‸ ⇒ F 【[[-A] <int>]】 [[-B] <object>]",
        "function F { param([int] $A, $B) } F -B ‸ ⇒ F [[-A] <int>] 【[[-B] <object>]】",
        "function F { param([int] $A, $B) } F -B x ‸ ⇒ F 【[[-A] <int>]】 [[-B] <object>]",
        "function F { param([int] $A, $B) } F 1 2 ‸ ⇒ F [[-A] <int>] [[-B] <object>]",
        "function F { param([int] $A, $B) } F -A‸ ⇒ F 【[[-A] <int>]】 [[-B] <object>]",
        "function F { param([Parameter(Mandatory)] [int] $A, [switch] $S) } F ‸ ⇒ F 【[-A] <int>】 [-S] [<CommonParameters>]",
        "function F { param($A) } x (F ‸) ⇒ F 【[[-A] <object>]】",
        "function F { param($A) } x (F ‸ ⇒ F 【[[-A] <object>]】",
        "function F { param($A) } if ($y) { F ‸ } ⇒ F 【[[-A] <object>]】",
        "function F { param([Parameter(ParameterSetName = 'X')] $A, [Parameter(ParameterSetName = 'Y')] $B) } F -B ‸ ⇒ F 【[[-B] <object>]】 [<CommonParameters>]",
        "function F { param($A) } F‸ ⇒ ∅",
        "function F { param($A) } F; ‸ ⇒ ∅",
        "function F { param($A) } F { ‸ } ⇒ ∅",
        "'x'.Substring(‸ ⇒ string Substring(【int startIndex】)",
        "'x'.Substring(‸) ⇒ string Substring(【int startIndex】)",
        "'x'.Substring(1, ‸ ⇒ string Substring(int startIndex, 【int length】)",
        "'x'.Substring((1, 2), ‸ ⇒ string Substring(int startIndex, 【int length】)",
        "'x'.Substring($a[1, 2], ‸ ⇒ string Substring(int startIndex, 【int length】)",
        "[string]::IsNullOrEmpty(‸ ⇒ bool IsNullOrEmpty(【string value】)",
        "$x = [math]::Pow(2, ‸) ⇒ double Pow(double x, 【double y】)",
        "if ([math]::Pow(‸ ⇒ double Pow(【double x】, double y)",
        "[datetime]::new(2020, ‸ ⇒ new(int year, 【int month】, int day)",
        "class A { [int] Grow([int] $by, $to) { return 1 } } ([A]::new()).Grow(1, ‸) ⇒ [int] Grow([int] $by, 【$to】)",
        "class A { A([int] $size) { } } [A]::new(‸) ⇒ A(【[int] $size】)",
        "class A { [int] Grow([int] $by) { return $this.Grow(‸) } } ⇒ [int] Grow(【[int] $by】)",
        "'x'.Substring('a,b', ‸ ⇒ string Substring(int startIndex, 【int length】)",
        "'x'.Unknown(‸ ⇒ ∅",
        "foo (‸ ⇒ ∅",
        "if (‸ ⇒ ∅",
        "Unknown-Thing ‸ ⇒ ∅",
        "‸ ⇒ ∅",
    })
    void tells(String marked, String expected) {
        assertEquals(expected, at(marked));
    }
}
