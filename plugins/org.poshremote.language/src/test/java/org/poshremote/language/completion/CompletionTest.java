package org.poshremote.language.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.language.command.OtherScripts;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.rules.TargetProfiles;
import org.poshremote.language.syntax.Parser;

/** The rows of {@code rows.txt}, which says how they are read. */
class CompletionTest {
    private static final char CURSOR = '‸';
    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException {
        for (String name : List.of("a.ps1", "b c.ps1", "m.psm1", "text.txt", "it's.txt")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub").resolve("deep.ps1"), "");
    }

    @TestFactory
    Stream<DynamicTest> rows() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        TargetFacts target = TargetFacts.NONE;
        String file = "script.ps1";
        try (InputStream in = CompletionTest.class.getResourceAsStream("rows.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int arrow = line.lastIndexOf(" ⇒ ");
                if (line.startsWith("@target")) {
                    String name = line.substring("@target".length()).strip();
                    target = name.isEmpty() ? TargetFacts.NONE : TargetProfiles.find(name).orElseThrow();
                } else if (line.startsWith("@file")) {
                    file = line.substring("@file".length()).strip();
                } else if (arrow > 0 && line.indexOf(CURSOR) >= 0 && line.indexOf(CURSOR) < arrow) {
                    Surroundings surroundings = new Surroundings(Optional.of(folder.resolve(file)), OtherScripts.NONE, target);
                    tests.add(DynamicTest.dynamicTest(line, () -> row(line.substring(0, arrow).replace('⏎', '\n'), line.substring(arrow + 3).split("  +"), surroundings)));
                }
            }
        }
        assertTrue(tests.size() > 300, () -> tests.size() + " rows");
        return tests.stream();
    }

    private static void row(String marked, String[] expected, Surroundings surroundings) {
        int offset = marked.indexOf(CURSOR);
        String text = marked.substring(0, offset) + marked.substring(offset + 1);
        List<Proposal> found = Completion.at(Parser.parse(text), offset, surroundings).list();
        List<String> labels = found.stream().map(Proposal::label).toList();
        for (String each : expected) {
            String wanted = each.strip();
            if (wanted.equals("∅")) {
                assertEquals(List.of(), labels);
            } else if (wanted.startsWith("N=")) {
                assertEquals(Integer.parseInt(wanted.substring(2)), labels.size());
            } else if (wanted.startsWith("!")) {
                assertFalse(labels.contains(wanted.substring(1)), () -> wanted + " in " + labels);
            } else if (wanted.startsWith("^")) {
                assertEquals(wanted.substring(1), labels.isEmpty() ? "" : labels.get(0), labels::toString);
            } else if (wanted.endsWith("†")) {
                Proposal proposal = find(found, wanted.substring(0, wanted.length() - 1));
                assertTrue(proposal.missing(), proposal::toString);
            } else {
                int arrow = wanted.indexOf('→');
                Proposal proposal = find(found, arrow < 0 ? wanted : wanted.substring(0, arrow));
                assertFalse(proposal.missing(), proposal::toString);
                if (arrow > 0) {
                    String after = text.substring(0, proposal.replace().start()) + proposal.insert() + text.substring(proposal.replace().end());
                    assertEquals(wanted.substring(arrow + 1).replace('⏎', '\n'), after);
                }
            }
        }
    }

    private static Proposal find(List<Proposal> found, String label) {
        return found.stream().filter(proposal -> proposal.label().equals(label)).findFirst()
            .orElseThrow(() -> new AssertionError(label + " not in " + found.stream().map(Proposal::label).toList()));
    }
}
