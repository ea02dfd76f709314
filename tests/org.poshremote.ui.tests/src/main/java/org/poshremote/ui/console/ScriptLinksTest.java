package org.poshremote.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;

class ScriptLinksTest {
    @Test
    void theConsoleLooksForTheSameShape() {
        IConfigurationElement[] listeners = Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.console.consolePatternMatchListeners");
        String regex = Arrays.stream(listeners).filter(element -> "org.poshremote.ui.scriptLinks".equals(element.getAttribute("id"))).findFirst()
                .orElseThrow().getAttribute("regex");
        assertEquals(ScriptLinks.POSITION.pattern(), regex);
    }

    @Test
    void findsPositionsInAnyLanguage() {
        assertPosition("At line:12 char:5", 12, 5);
        assertPosition("In Zeile:12 Zeichen:5", 12, 5);
        assertPosition("Au caract\u00e8re Ligne:3 Caract\u00e8re : 1", 3, 1);
        assertPosition("\u53d1\u751f\u5728 \u884c:7 \u5b57\u7b26: 30", 7, 30);
    }

    @Test
    void leavesOtherTextAlone() {
        for (String text : new String[] {"12:30 o'clock", "a:1 b", "line:x char:y", "10:15 11:20"}) {
            assertFalse(ScriptLinks.POSITION.matcher(text).find(), text);
        }
    }

    private static void assertPosition(String text, int line, int column) {
        Matcher matcher = ScriptLinks.POSITION.matcher(text);
        assertTrue(matcher.find(), text);
        assertEquals(line, Integer.parseInt(matcher.group(1)));
        assertEquals(column, Integer.parseInt(matcher.group(2)));
    }
}
