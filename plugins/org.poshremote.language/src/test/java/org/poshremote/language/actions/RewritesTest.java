package org.poshremote.language.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.workspace.FileIndexer;
import org.poshremote.language.workspace.WorkspaceIndex;

class RewritesTest {
    private static final URI FILE = URI.create("file:///w/a.ps1");

    /** Title (after "!" one that must not be there), text with the cursor, and after {@code >>} the text that comes out. */
    @TestFactory
    Stream<DynamicTest> rewrites() throws IOException {
        try (InputStream in = RewritesTest.class.getResourceAsStream("rewrites.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^#### ")).filter(row -> !row.isBlank()).map(row -> {
                String[] lines = row.split("\n", 3);
                return DynamicTest.dynamicTest(lines[0], () -> check(lines[1], lines[2]));
            });
        }
    }

    private static void check(String title, String rest) {
        String[] texts = rest.split("(?m)^>>\n", 2);
        int cursor = texts[0].indexOf('\u00A6');
        String text = texts[0].replace("\u00A6", "");
        ScriptModel model = ScriptModel.of(Parser.parse(text));
        List<ScriptAction> actions = Rewrites.at(FILE, model, WorkspaceIndex.EMPTY.with(FileIndexer.index(FILE, model)), new Span(cursor, cursor));
        if (title.startsWith("!")) {
            assertTrue(actions.stream().noneMatch(action -> action.title().startsWith(title.substring(1))), actions.toString());
        } else {
            ScriptAction action = actions.stream().filter(each -> each.title().startsWith(title)).findFirst().orElseThrow(() -> new AssertionError(actions.toString()));
            assertEquals(texts[1], Fix.apply(text, List.of(new Fix("", action.edits()))));
        }
    }
}
