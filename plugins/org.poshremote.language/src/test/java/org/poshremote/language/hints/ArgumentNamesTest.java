package org.poshremote.language.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.features.Span;
import org.poshremote.language.syntax.Parser;

class ArgumentNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '¦', value = {
        "Copy-Item a b ⇒ LITERALS ⇒ Path=a Destination=b",
        "Copy-Item -Path a b ⇒ LITERALS ⇒ Destination=b",
        "Copy-Item $a $b ⇒ LITERALS ⇒ ∅",
        "Copy-Item $a $b ⇒ ALL ⇒ Path=$a Destination=$b",
        "Copy-Item a b ⇒ NONE ⇒ ∅",
        "Copy-Item -Force a b ⇒ LITERALS ⇒ Path=a Destination=b",
        "Copy-Item a - ⇒ ALL ⇒ Path=a",
        "Write-Host 'x' ⇒ ALL ⇒ ∅",
        "ping x ⇒ ALL ⇒ ∅",
        "function F { param($One, $Two) } F 1 2 ⇒ LITERALS ⇒ One=1 Two=2",
        "function F { param($One, $Two) } F @p ⇒ ALL ⇒ ∅",
    })
    void are(String text, ArgumentNames.Extent extent, String expected) {
        ScriptModel model = ScriptModel.of(Parser.parse(text));
        String found = ArgumentNames.of(model, Surroundings.NONE, new Span(0, text.length()), extent).stream()
            .map(name -> name.parameter() + "=" + text.substring(name.offset()).split(" ")[0]).collect(Collectors.joining(" "));
        assertEquals(expected, found.isEmpty() ? "∅" : found);
    }
}
