package org.poshremote.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of any text: of whole scripts, of their beginnings, of scripts with something in them changed, and of what is none. */
@Timeout(120)
class ParserPropertiesTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/org/poshremote/language/syntax/scripts");
    /** Frames of a walk through a tree: a little more for each level of the source, and never as many as there are links in a chain. */
    private static final int DEEPEST = 4000;

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    private static String read(Path script) {
        try {
            return Files.readString(script, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptAsPeopleWriteItHasNoMistake(Path script) {
        String text = read(script);
        assertEquals(List.of(), Parser.parse(text).errors());
        assertEquals(List.of(), Parser.parse(text.replace("\n", "\r\n")).errors());
        assertWhole(text);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aBeginningOfAScriptGivesAWholeTree(Path script) {
        String text = read(script);
        for (int end = 0; end < text.length(); end += 7) {
            assertWhole(text.substring(0, end));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatIsMissingInTheMiddleLeavesTheRestReadable(Path script) {
        String text = read(script);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(40));
            assertWhole(text.substring(0, from) + text.substring(to));
        }
    }

    @Test
    void whatIsNoScriptGivesAWholeTree() {
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            assertWhole(new String(bytes, StandardCharsets.ISO_8859_1));
            assertWhole(new String(bytes, StandardCharsets.UTF_16LE));
        }
        String alphabet = "{}()[]$@'\"`#;,|&<>-=+*/.:?!% \n\r\tab0\u2018\u201C\u2013\uD834\uFEFF\0";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertWhole(text.toString());
        }
    }

    @Test
    void wordsOfTheLanguageInAnyOrderGiveAWholeTree() {
        List<String> words = List.of("if", "(", ")", "{", "}", "else", "elseif", "switch", "-regex", "default", "foreach", "in", "while", "do", "until", "for", ";", "try", "catch",
            "finally", "trap", "[int]", "[A()]", "function", "f", "param", "$a", "${b}", "@c", "@{", "@(", "$(", "=", "+=", "class", "enum", "static", "hidden", ":", "base", "::", ".",
            "begin", "process", "end", "clean", "data", "-supportedcommand", "using", "namespace", "configuration", "Node", "return", "break", ",", "|", "&&", "&", "> x", "2>&1", "-eq",
            "-not", "++", "?", "??", "?.", "?[", "[", "]", "'s'", "\"s $d\"", "@'\nh\n'@", "1", "..", "\n", "# c\n", "<# c #>", "`\n", "--%", "-x:", "1kb", "!");
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n > 0; n--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            assertWhole(text.toString());
        }
    }

    @Test
    void aChainIsShownFlatWhereItIsLong() {
        for (String text : List.of("1" + " + 1".repeat(50_000), "$a" + ".b".repeat(50_000), "$a" + "[0]".repeat(50_000), "$a" + ".b(1)".repeat(50_000), "a" + " && a".repeat(50_000))) {
            Script script = Parser.parse(text);
            assertEquals(List.of(), script.errors(), text.substring(0, 20));
            assertTrue(depth(script.root()) < DEEPEST, text.substring(0, 20));
            assertTokens(script);
        }
    }

    private static void assertWhole(String text) {
        Script script = Parser.parse(text);
        assertNested(script.root(), text);
        assertTrue(depth(script.root()) < DEEPEST, text);
        for (SyntaxError error : script.errors()) {
            assertTrue(error.start() >= 0 && error.start() <= error.end() && error.end() <= text.length() + 1, () -> error + " of " + text);
        }
        for (int i = 1; i < script.errors().size(); i++) {
            assertTrue(script.errors().get(i - 1).start() <= script.errors().get(i).start(), text);
        }
        assertTokens(script);
    }

    private static void assertTokens(Script script) {
        int at = 0;
        for (Token token : Tokens.of(script)) {
            int start = at;
            assertTrue(token.start() == start && token.end() > start, () -> token + " at " + start + " of " + script.text());
            at = token.end();
        }
        assertEquals(script.text().length(), at, script.text());
    }

    private static void assertNested(Node root, String text) {
        List<Node> left = new ArrayList<>(List.of(root));
        while (!left.isEmpty()) {
            Node node = left.remove(left.size() - 1);
            int at = node.start();
            for (Node child : node.children()) {
                assertTrue(child.start() >= at && child.end() >= child.start() && child.end() <= node.end(),
                    () -> child.getClass().getSimpleName() + " " + child.start() + "-" + child.end() + " in " + node.getClass().getSimpleName() + " " + node.start() + "-" + node.end()
                        + " of " + text);
                at = child.start();
                left.add(child);
            }
        }
    }

    private static int depth(Node root) {
        record Level(Node node, int depth) {
        }
        int deepest = 0;
        List<Level> left = new ArrayList<>(List.of(new Level(root, 1)));
        while (!left.isEmpty()) {
            Level level = left.remove(left.size() - 1);
            deepest = Math.max(deepest, level.depth());
            level.node().children().forEach(child -> left.add(new Level(child, level.depth() + 1)));
        }
        return deepest;
    }
}
