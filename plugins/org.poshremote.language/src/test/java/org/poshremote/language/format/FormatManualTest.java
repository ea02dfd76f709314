package org.poshremote.language.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.poshremote.language.rules.RuleCatalog;

class FormatManualTest {
    @Test
    void theManualHasAllOptionsAndNoOthers() throws IOException {
        List<String> rows = Files.readString(Path.of("../../docs/format.md")).lines().filter(line -> line.matches("\\| `\\w+` \\| \\S+ \\| (`PS.*`)?.*")).toList();
        assertEquals(Arrays.stream(FormatOption.values()).map(FormatManualTest::row).toList(), rows.stream().filter(row -> Preset.find(row.split("`")[1]).isEmpty()).toList());
    }

    private static String row(FormatOption option) {
        String setting = option.rule().isEmpty() ? "" : "`" + option.rule() + "." + option.property() + "`";
        String choices = option.choices().isEmpty() ? "" : option.choices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", ", " ", "."));
        return "| `" + option.title() + "` | " + option.standard() + " | " + setting + " | " + option.about() + choices + " |";
    }

    @Test
    void eachPresetIsDescribed() throws IOException {
        String manual = Files.readString(Path.of("../../docs/format.md"));
        for (Preset preset : Preset.values()) {
            assertTrue(manual.contains("\n| `" + preset.title() + "` | `CodeFormatting"), preset.title());
        }
    }

    @Test
    void theRulesOfOptionsExist() {
        for (FormatOption option : FormatOption.values()) {
            assertTrue(option.rule().isEmpty() || RuleCatalog.find(option.rule()).isPresent(), option.rule());
        }
    }
}
