package org.poshremote.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Token;
import org.poshremote.language.syntax.Tokens;

/** What is true of any script: of those of layouts.txt, and of the same with blanks and line ends where none or others were. */
class FormatPropertiesTest {
    private static List<String> scripts() throws IOException {
        List<String> scripts = new ArrayList<>();
        Random random = new Random(11);
        for (Layouts layout : Layouts.all()) {
            scripts.add(layout.before());
            scripts.add(layout.before().replace("\n", "\r\n"));
            for (int i = 0; i < 5; i++) {
                scripts.add(disturbed(layout.before(), random));
            }
        }
        return scripts;
    }

    /** The same words with other white space between, where that is still a script. */
    private static String disturbed(String text, Random random) {
        StringBuilder changed = new StringBuilder();
        for (Token token : Tokens.of(Parser.parse(text))) {
            String word = token.text(text);
            switch (token.kind()) {
                case BLANKS -> changed.append(random.nextInt(4) == 0 ? " ".repeat(1 + random.nextInt(9)) : random.nextInt(9) == 0 ? "\t" : word);
                case LINE_END -> changed.append(random.nextInt(5) == 0 ? "  \n\n" : random.nextInt(9) == 0 ? " # c \n" : word);
                case OPEN_BLOCK, CLOSE_BRACE, COMMA, BAR -> changed.append(word).append(random.nextInt(6) == 0 ? "\n" : random.nextInt(6) == 0 ? " <# d #> " : "");
                default -> changed.append(word);
            }
        }
        return Parser.parse(changed.toString()).errors().isEmpty() ? changed.toString() : text;
    }

    private static List<FormatOptions> choices() {
        List<FormatOptions> choices = new ArrayList<>();
        for (Preset preset : Preset.values()) {
            choices.add(FormatOptions.of(preset));
        }
        choices.add(FormatOptions.DEFAULT.with(FormatOption.AUTO_CORRECT_ALIASES, true).with(FormatOption.USE_CONSTANT_STRINGS, true).with(FormatOption.AVOID_SEMICOLONS_AS_LINE_TERMINATORS, true)
            .with(FormatOption.AVOID_EXCLAIM_OPERATOR, true).with(FormatOption.IGNORE_ONE_LINE_BLOCK, false).with(FormatOption.MAXIMUM_BLANK_LINES, 1)
            .with(FormatOption.NO_EMPTY_LINE_BEFORE_CLOSE_BRACE, true).with(FormatOption.TRIM_WHITESPACE_AROUND_PIPE, true).with(FormatOption.WHITESPACE_BETWEEN_PARAMETERS, true));
        for (String style : FormatOption.PIPELINE_INDENTATION_STYLE.choices()) {
            choices.add(FormatOptions.of(Preset.OTBS).with(FormatOption.PIPELINE_INDENTATION_STYLE, style).with(FormatOption.INDENTATION_KIND, "tab"));
        }
        return choices;
    }

    @TestFactory
    Stream<DynamicTest> holdFor() {
        return choices().stream().map(options -> DynamicTest.dynamicTest(options.preset() + " " + options.chosen(), () -> {
            Analyzer rules = new Analyzer(options.asRules(), TargetFacts.NONE);
            for (String script : scripts()) {
                Formatted once = Formatter.format(script, options);
                assertTrue(once.refusal().isEmpty(), () -> once.refusal() + script);
                assertEquals(once.text(), Formatter.apply(script, once.edits()));
                assertEquals(once.text(), Formatter.format(once.text(), options).text(), "once more: " + script);
                Script after = Parser.parse(once.text());
                assertEquals(List.of(), after.errors(), script);
                List<Problem> left = rules.check(after, FileFacts.NONE);
                assertEquals(List.of(), left, () -> "rules find in: " + once.text());
                assertEquals(once, Formatter.range(Parser.parse(script), options, 0, script.length()), script);
            }
        }));
    }

    @Test
    void wordsStayAsTheyAreButForTheirCase() throws IOException {
        for (String script : scripts()) {
            String formatted = Formatter.format(script, FormatOptions.DEFAULT).text();
            assertEquals(words(script), words(formatted), script);
        }
    }

    private static List<String> words(String text) {
        return Tokens.of(Parser.parse(text)).stream().filter(token -> !token.kind().isTrivia()).map(token -> token.text(text))
            .map(word -> word.startsWith("\"") || word.startsWith("'") || word.startsWith("@") ? word : word.toLowerCase(Locale.ROOT)).toList();
    }

    @Test
    void aRangeIsPartOfTheWhole() throws IOException {
        Random random = new Random(3);
        for (String text : scripts()) {
            Script script = Parser.parse(text);
            int start = random.nextInt(text.length());
            int end = start + random.nextInt(text.length() - start + 1);
            List<?> whole = Formatter.format(script, FormatOptions.DEFAULT).edits();
            Formatter.range(script, FormatOptions.DEFAULT, start, end).edits().forEach(edit -> {
                assertTrue(whole.contains(edit), text);
                assertTrue(edit.start() >= start && edit.end() <= end, text);
            });
        }
    }

    @Test
    void noTextBreaksIt() throws IOException {
        Random random = new Random(5);
        for (Layouts layout : Layouts.all()) {
            for (int i = 0; i < 20; i++) {
                String text = layout.before();
                int at = random.nextInt(text.length());
                text = i % 2 == 0 ? text.substring(0, at) : text.substring(0, at) + "{}()@$'\"`\n;|,#<>[]".charAt(random.nextInt(18)) + text.substring(at);
                Formatter.format(text, layout.options());
                Script script = Parser.parse(text);
                for (char typed : new char[] {'}', ';', '\n'}) {
                    Formatter.typed(script, layout.options(), random.nextInt(text.length() + 1), typed);
                }
            }
        }
    }
}
