package org.poshremote.language.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/** Each rule on the scripts of snippets.txt. */
class RulesTest {
    /** @param expected "start-end" of each problem, in the order of the text */
    record Snippet(String rule, boolean bad, String text, List<String> expected, Map<String, String> surroundings) {
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        String rule = "";
        try (InputStream in = RulesTest.class.getResourceAsStream("snippets.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("# PS") || line.startsWith("# Posh")) {
                    rule = line.substring(2);
                } else if (line.startsWith("- ") || line.startsWith("+ ")) {
                    snippets.add(snippet(rule, line));
                }
            }
        }
        return snippets;
    }

    private static Snippet snippet(String rule, String line) {
        int words = line.lastIndexOf(" // ");
        Map<String, String> surroundings = new HashMap<>();
        if (words > 0) {
            for (String word : line.substring(words + 4).split(" ")) {
                surroundings.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        String marked = line.substring(2, words > 0 ? words : line.length()).replace("<nl>", "\n").replace("<cr>", "\r").replace("<sp>", " ").replace("<tab>", "\t");
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int at = 0;
        // a marker is found from the inside, so that [[[x]]] is [x] between markers
        while (line.startsWith("- ")) {
            int start = marked.indexOf("[[", at);
            if (start < 0) {
                break;
            }
            int end = marked.indexOf("]]", start);
            while (end + 2 < marked.length() && marked.charAt(end + 2) == ']') {
                end++;
            }
            text.append(marked, at, start);
            int from = text.length();
            text.append(marked, start + 2, end);
            expected.add(from + "-" + text.length());
            at = end + 2;
        }
        return new Snippet(rule, line.startsWith("- "), text.append(marked.substring(at)).toString(), expected, surroundings);
    }

    private static List<Problem> problems(Snippet snippet) {
        Rule rule = RuleCatalog.find(snippet.rule()).orElseThrow();
        FileFacts file = new FileFacts(snippet.surroundings().getOrDefault("file", "script.ps1"),
            FileFacts.Encoding.valueOf(snippet.surroundings().getOrDefault("encoding", "UNKNOWN")));
        Map<String, Object> options = new HashMap<>();
        snippet.surroundings().forEach((key, value) -> {
            if (!Set.of("file", "encoding", "target", "codePage", "delegates", "clr").contains(key)) {
                options.put(key.toLowerCase(Locale.ROOT), value.matches("\\d+") ? Integer.valueOf(value) : value.equals("true") || value.equals("false") ? Boolean.valueOf(value)
                    : List.of(value.split(",")));
            }
        });
        TargetFacts target = snippet.surroundings().containsKey("target") ? TargetProfiles.find(snippet.surroundings().get("target")).orElseThrow() : TargetFacts.NONE;
        target = new TargetFacts("web1", target.profile(), target.version(), target.desktop(), target.windows(), target.commands(),
            Optional.ofNullable(snippet.surroundings().get("delegates")).map(Boolean::valueOf),
            Optional.ofNullable(snippet.surroundings().get("codePage")).map(Integer::valueOf), Optional.ofNullable(snippet.surroundings().get("clr")).map(Integer::valueOf));
        RuleSettings settings = new RuleSettings(List.of(rule.name()), List.of(), Set.of(), Map.of(rule.name().toLowerCase(Locale.ROOT), new RuleOptions(options)));
        return new Analyzer(settings, target).check(Parser.parse(snippet.text()), file);
    }

    @TestFactory
    Stream<DynamicTest> eachFindsWhatItShould() throws IOException {
        return snippets().stream().map(snippet -> DynamicTest.dynamicTest(snippet.rule() + " " + snippet.text(), () -> {
            List<Problem> problems = problems(snippet);
            assertEquals(snippet.expected(), problems.stream().map(problem -> problem.range().start() + "-" + problem.range().end()).toList(), snippet.text());
            for (Problem problem : problems) {
                assertFalse(problem.message().matches(".*\\{\\d}.*"), problem.message());
                assertTrue(problem.message().endsWith("."), problem.message());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aFixRemovesItsProblem() throws IOException {
        return snippets().stream().filter(Snippet::bad).map(snippet -> DynamicTest.dynamicTest(snippet.rule() + " " + snippet.text(), () -> {
            for (Problem problem : problems(snippet)) {
                if (problem.fix().isPresent()) {
                    String fixed = Fix.apply(snippet.text(), List.of(problem.fix().get()));
                    assertNotEquals(snippet.text(), fixed);
                    Script script = Parser.parse(fixed);
                    assertEquals(Parser.parse(snippet.text()).errors().size(), script.errors().size(), fixed);
                    Snippet after = new Snippet(snippet.rule(), true, fixed, List.of(), snippet.surroundings());
                    assertTrue(problems(after).size() < problems(snippet).size(), fixed);
                }
            }
        }));
    }

    @Test
    void eachRuleHasScriptsForBothSides() throws IOException {
        Set<String> bad = snippets().stream().filter(Snippet::bad).map(Snippet::rule).collect(Collectors.toSet());
        Set<String> good = snippets().stream().filter(snippet -> !snippet.bad()).map(Snippet::rule).collect(Collectors.toSet());
        Set<String> all = RuleCatalog.all().stream().map(Rule::name).collect(Collectors.toSet());
        assertEquals(all, bad);
        assertEquals(all, good);
    }

    @Test
    void eachRuleHasASectionInTheManual() throws IOException {
        String manual = Files.readString(Path.of("../../docs/rules.md"));
        for (Rule rule : RuleCatalog.all()) {
            int start = manual.indexOf("\n## " + rule.name() + "\n");
            assertTrue(start > 0, rule.name());
            String section = manual.substring(start, manual.indexOf("\n## ", start + 1) < 0 ? manual.length() : manual.indexOf("\n## ", start + 1));
            assertTrue(section.contains("\n" + rule.severity().name().charAt(0) + rule.severity().name().substring(1).toLowerCase(Locale.ROOT) + ", "
                + (rule.byDefault() ? "on" : "off") + " by default. " + rule.about()), rule.name());
            assertEquals(5, section.split("```", -1).length, rule.name());
        }
    }
}
