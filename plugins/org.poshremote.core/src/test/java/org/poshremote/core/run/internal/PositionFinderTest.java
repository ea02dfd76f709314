package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.Position;

class PositionFinderTest {
    private static void found(String text, String file, int line, int column) {
        assertEquals(Optional.of(new Position(Optional.ofNullable(file), line, column)), PositionFinder.find(text), text);
    }

    @Test
    void isFoundByShapeInAnyLanguage() {
        found("1/0 : Attempted to divide by zero.\r\nAt line:12 char:5\r\n+ 1/0\r\n", null, 12, 5);
        found("x : y\r\nIn Zeile:3 Zeichen:17\r\n+ x", null, 3, 17);
        found("Au caractère Ligne:7 : 2\nAu niveau de ligne:7 Caractère:2\n+ x", null, 7, 2);
        found("発生場所 行:4 文字:1\r\n+ x", null, 4, 1);
        found("所在位置 行:4 字符: 1\r\n+ x", null, 4, 1);
        found("Au caractère Ligne:7 : 2\r\n+ x", null, 7, 2);
        found("line : 7 char : 2\r\n+ x", null, 7, 2);
        found("строка:2 знак:9\r\n+ x", null, 2, 9);
    }

    @Test
    void filesAreNamed() {
        found("x\r\nAt C:\\dir with blank\\x.ps1:12 char:5\r\n+ x", "C:\\dir with blank\\x.ps1", 12, 5);
        found("Au caractère C:\\x y.ps1 :12 : 5\r\n+ x", "C:\\x y.ps1", 12, 5);
        found("In \\\\server\\share\\x.ps1:1 Zeichen:2\r\n+ x", "\\\\server\\share\\x.ps1", 1, 2);
    }

    @Test
    void aSyntaxErrorOfTheScriptComesFirst() {
        found("Exception calling \"Create\" with \"1\" argument(s): \"At line:3 char:5\r\n+ if (\r\n\r\nMissing\"\r\nAt line:33 char:9\r\n+ [ScriptBlock]::Create(", null, 3, 5);
    }

    @Test
    void placesInTheBootstrapAreNoPlacesInTheScript() {
        assertTrue(PositionFinder.find("A parameter cannot be found that matches 'X'.\r\nAt line:1 char:19\r\n+ . $PoshRemote[0] -X\r\n").isEmpty());
        assertTrue(PositionFinder.find("broken\r\nAt line:33 char:5\r\n+     [ScriptBlock]::Create([Text.Encoding]::UTF8.GetS ...\r\n").isEmpty());
    }

    @Test
    void conciseViewOfPowerShell7() {
        found("ParserError: C:\\x.ps1:4\nLine |\n", "C:\\x.ps1", 4, 0);
    }

    @Test
    void timesAndPortsAreNoPlaces() {
        for (String text : new String[] {"started at 12:30:15 today", "http://node:5985/wsman", "", "ratio:3", "a:1 b", "Key: 5 Other: 6\nnext", "Key: 5 Other words: x\n+"}) {
            assertTrue(PositionFinder.find(text).isEmpty(), text);
        }
    }

    @Test
    void longForeignTextIsQuick() {
        Random random = new Random(7);
        String letters = "aA :\\\n0:：/.";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        PositionFinder.find(text.toString());
        assertTrue(PositionFinder.find("a ".repeat(30_000)).isEmpty());
        assertTrue(PositionFinder.find("C:\\".repeat(20_000)).isEmpty());
    }
}
