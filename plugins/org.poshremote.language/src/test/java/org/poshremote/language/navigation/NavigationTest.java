package org.poshremote.language.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NavigationTest {
    @TestFactory
    Stream<DynamicTest> definitions() {
        return Rows.of("definitions.txt", row -> {
            Marked marked = new Marked(row);
            assertEquals(String.join("\n", marked.expected), String.join("\n", marked.shown(marked.navigation().definitions(marked.view(), marked.cursor))));
        });
    }

    @TestFactory
    Stream<DynamicTest> references() {
        return Rows.of("references.txt", row -> {
            Marked marked = new Marked(row);
            assertEquals(String.join("\n", marked.expected), String.join("\n", marked.shown(marked.navigation().references(marked.view(), marked.cursor))));
        });
    }
}
