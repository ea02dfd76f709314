package org.poshremote.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlSequenceFilterTest {
    @ParameterizedTest
    @CsvSource({
        "'plain text', 'plain text'",
        "'\u001b[31mred\u001b[0m', 'red'",
        "'\u001b[2J\u001b[1;1Hcleared', 'cleared'",
        "'\u009b31mred', 'red'",
        "'\u001b]0;window title\u0007after', 'after'",
        "'\u001b]8;;file:///etc/passwd\u001b\\link\u001b]8;;\u001b\\', 'link'",
        "'\u001bPq#0\u001b\\sixel', 'sixel'",
        "'\u001b(Bcharset', 'charset'",
        "'\u001bcreset', 'reset'",
        "'a\u0008\u0008b\u0000c\u007fd', 'abcd'",
        "'über 漢字 𝄞', 'über 漢字 𝄞'",
    })
    void takesOutWhatATerminalWouldObey(String sent, String shown) {
        assertEquals(shown, new ControlSequenceFilter().filter(sent));
    }

    @Test
    void keepsLineEndsAndTabs() {
        assertEquals("a\tb\r\nc\rd\n", new ControlSequenceFilter().filter("a\tb\r\nc\rd\n"));
    }

    @Test
    void aLineEndInsideASequenceIsNotSwallowed() {
        assertEquals("a\nb", new ControlSequenceFilter().filter("a\u001b[31\nb"));
    }

    @Test
    void aControlStringThatNeverEndsDoesNotSwallowTheRest() {
        String text = "\u001b]0;" + "x".repeat(10_000);
        assertEquals(10_000 - 4096 + 1, new ControlSequenceFilter().filter(text).length(), 4);
    }

    @Test
    void theCutMakesNoDifference() {
        Random random = new Random(7);
        String alphabet = "ab\u001b[]0;m31P\\\u0007\u009b\n\tü(B";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String whole = new ControlSequenceFilter().filter(text);
            int cut = random.nextInt(text.length() + 1);
            ControlSequenceFilter filter = new ControlSequenceFilter();
            assertEquals(whole, filter.filter(text.substring(0, cut)) + filter.filter(text.substring(cut)));
            assertEquals(-1, whole.indexOf('\u001b'));
        }
    }
}
