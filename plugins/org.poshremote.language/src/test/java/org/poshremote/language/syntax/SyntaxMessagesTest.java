package org.poshremote.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntaxMessagesTest {
    /** Names of mistakes are the only long names in capitals that the parser has in quotes. */
    @Test
    void everyMistakeThatTheParserNamesHasWordsAndNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        Path sources = Path.of("src/main/java/org/poshremote/language/syntax/internal");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher id = Pattern.compile("\"([A-Z][A-Za-z]{6,})\"").matcher(Files.readString(file));
                while (id.find()) {
                    named.add(id.group(1));
                }
            }
        }
        named.removeAll(Set.of("DscResource", "DscProperty")); // attributes
        assertTrue(named.size() > 150, named::toString);
        assertEquals(named, new TreeSet<>(ResourceBundle.getBundle("org.poshremote.language.syntax.messages").keySet()));
    }

    @Test
    void wordsHoldWhatWasFound() {
        assertTrue(SyntaxMessages.of(new SyntaxError("UnexpectedToken", 0, 1, ")")).startsWith("\")\" does not belong here."));
        assertFalse(SyntaxMessages.of(new SyntaxError("InvalidUnicodeEscapeSequence", 0, 1, "")).contains("'"));
    }

    @Test
    void allWordsCanBeSaid() {
        for (String id : ResourceBundle.getBundle("org.poshremote.language.syntax.messages").keySet()) {
            String said = SyntaxMessages.of(new SyntaxError(id, 0, 1, "detail"));
            assertFalse(said.isBlank() || said.contains("{0}"), id);
        }
        assertEquals("This \"{\" is not closed. Write \"}\" where the block ends.", SyntaxMessages.of(new SyntaxError("MissingEndCurlyBrace", 0, 1, "")));
        assertTrue(SyntaxMessages.of(new SyntaxError("EmptyVariableReference", 0, 1, "")).startsWith("\"${}\""));
    }

    @Test
    void linesAndColumnsCountFromOne() {
        LineMap map = new LineMap("ab\r\nc\rd\n\ne");
        assertEquals("1:1 1:3 2:1 3:1 4:1 5:1 5:2", Stream.of(0, 2, 4, 6, 8, 9, 10).map(at -> map.line(at) + ":" + map.column(at)).reduce((a, b) -> a + " " + b).orElseThrow());
    }
}
