package org.poshremote.language.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poshremote.language.actions.Rewrites;
import org.poshremote.language.features.Span;
import org.poshremote.language.rename.Rename;
import org.poshremote.language.rename.RenameEdit;
import org.poshremote.language.rename.RenameRefused;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.workspace.Workspace;

/** What holds whatever the script. */
class NavigationPropertiesTest {
    /** The marked files of the other tests, without their marks. */
    private static List<Map<URI, String>> samples() {
        List<Map<URI, String>> samples = new ArrayList<>();
        for (String resource : List.of("definitions.txt", "references.txt", "renames.txt")) {
            for (String row : text(resource).split("(?m)^#### .*\\R")) {
                Marked marked = new Marked(row.replaceFirst("^-> .*\\R", ""));
                if (!marked.texts.isEmpty()) {
                    samples.add(marked.texts);
                }
            }
        }
        return samples;
    }

    private static String text(String resource) {
        try (InputStream in = NavigationPropertiesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Navigation navigation(Map<URI, String> texts) {
        Workspace workspace = new Workspace();
        texts.forEach((file, text) -> {
            Script script = Parser.parse(text);
            workspace.opened(file, () -> ScriptModel.of(script));
        });
        return new Navigation(workspace, workspace.index(), () -> { });
    }

    @Test
    void referencesContainWhatWasAskedAboutAndItsDeclaration() {
        for (Map<URI, String> sample : samples()) {
            Navigation navigation = navigation(sample);
            for (URI file : sample.keySet()) {
                ScriptFileView view = navigation.view(file).orElseThrow();
                for (Mention mention : view.mentions()) {
                    assertEquals(mention.written(), sample.get(file).substring(mention.start(), mention.end()));
                    List<Place> references = navigation.references(view, mention.start());
                    assertTrue(mention.role() == Mention.Role.COMMENT || references.stream().anyMatch(place -> place.file().equals(file) && place.named().equals(view.range(mention.start(), mention.end()))),
                        () -> mention + " in " + references);
                    if (!(mention.entity() instanceof Entity.ScriptFile) && navigation.index().aliases(mention.written()).isEmpty()) {
                        navigation.definitions(view, mention.start()).forEach(declared -> assertTrue(references.stream()
                            .anyMatch(place -> place.file().equals(declared.file()) && place.named().equals(declared.named())), () -> declared + " for " + mention + " in " + references));
                    }
                }
            }
        }
    }

    @Test
    void aRenameThereAndBackGivesTheSameText() {
        int renamed = 0;
        for (Map<URI, String> sample : samples()) {
            Navigation navigation = navigation(sample);
            for (URI file : sample.keySet()) {
                ScriptFileView view = navigation.view(file).orElseThrow();
                for (Mention mention : view.mentions()) {
                    String other = mention.entity() instanceof Entity.Function ? "Zz-Other" : "zzOther";
                    try {
                        List<RenameEdit> there = new Rename(navigation).to(view, mention.start(), other, true);
                        if (there.stream().anyMatch(edit -> !written(sample, edit).equalsIgnoreCase(mention.written()))) {
                            continue; // an abbreviation becomes the whole name, and stays so
                        }
                        Map<URI, String> after = applied(sample, there);
                        Navigation next = navigation(after);
                        int offset = mention.start() + there.stream().filter(edit -> edit.file().equals(file) && edit.start() < mention.start())
                            .mapToInt(edit -> edit.newText().length() - (edit.end() - edit.start())).sum();
                        Map<URI, String> back = applied(after, new Rename(next).to(next.view(file).orElseThrow(), offset, mention.written(), true));
                        sample.forEach((uri, text) -> assertTrue(text.equalsIgnoreCase(back.get(uri)), () -> mention + ":\n" + text + "\n" + back.get(uri)));
                        renamed++;
                    } catch (RenameRefused e) {
                        assertTrue(e.getMessage().endsWith(".") && e.getMessage().length() > 20, e.getMessage());
                    }
                }
            }
        }
        assertTrue(renamed > 150, String.valueOf(renamed));
    }

    private static String written(Map<URI, String> texts, RenameEdit edit) {
        return texts.get(edit.file()).substring(edit.start(), edit.end());
    }

    private static Map<URI, String> applied(Map<URI, String> texts, List<RenameEdit> edits) {
        Map<URI, String> applied = new LinkedHashMap<>(texts);
        applied.replaceAll((file, text) -> Fix.apply(text, List.of(new Fix("", edits.stream().filter(edit -> edit.file().equals(file))
            .map(edit -> new Edit(edit.start(), edit.end(), edit.newText())).toList()))));
        return applied;
    }

    @Test
    void brokenScriptsHaveAnswersAtEveryOffset() {
        Random random = new Random(5);
        String all = String.join("\n", samples().stream().flatMap(sample -> sample.values().stream()).toList());
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder(all.substring(random.nextInt(all.length() - 400)).substring(0, 400));
            for (int i = 0; i < 12; i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}()[]$@'\"#<>|;:.-`\u201C\u2013\n".charAt(random.nextInt(22)));
                    default -> text.setCharAt(at, all.charAt(random.nextInt(all.length())));
                }
            }
            URI file = URI.create("file:///w/broken.ps" + (round % 2 == 0 ? "1" : "d1"));
            Navigation navigation = navigation(Map.of(file, text.toString()));
            ScriptFileView view = navigation.view(file).orElseThrow();
            CallHierarchy calls = new CallHierarchy(navigation);
            DocumentLinks.of(view);
            Lenses.of(view.model());
            for (int offset = 0; offset <= text.length(); offset++) {
                navigation.definitions(view, offset);
                navigation.references(view, offset);
                navigation.highlights(view, offset);
                calls.items(view, offset);
                calls.incoming(view, offset);
                calls.outgoing(view, offset, offset % 7 == 0);
                if (offset % 5 == 0) {
                    Rewrites.at(file, view.model(), navigation.index(), new Span(offset, offset));
                    rename(navigation, view, offset);
                }
            }
        }
    }

    private static void rename(Navigation navigation, ScriptFileView view, int offset) {
        try {
            new Rename(navigation).to(view, offset, "Zz", true);
        } catch (RenameRefused e) {
            assertTrue(!e.getMessage().isBlank());
        }
    }

    @Test
    void everyKindOfActionKeepsTheScriptValid() {
        for (String text : Stream.of("gci -Path x -Recurse | % { gwmi Win32_Service -Filter 'a' }", "\u201Ca\u201D; Get-Item -Path 'a' -Force").toList()) {
            URI file = URI.create("file:///w/a.ps1");
            Navigation navigation = navigation(Map.of(file, text));
            ScriptFileView view = navigation.view(file).orElseThrow();
            for (int offset = 0; offset <= text.length(); offset++) {
                Rewrites.at(file, view.model(), navigation.index(), new Span(offset, offset)).forEach(action ->
                    assertEquals(List.of(), Parser.parse(Fix.apply(text, List.of(new Fix("", action.edits())))).errors(), action::title));
            }
        }
    }
}
