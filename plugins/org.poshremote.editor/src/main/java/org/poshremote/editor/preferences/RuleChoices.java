package org.poshremote.editor.preferences;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the person decided about rules, other than each rule does by itself. As text: {@code name=on}, {@code name=off},
 * {@code name=,Warning} or {@code name=on,Error}, with semicolons between.
 *
 * @param choices by the names of the rules
 */
public record RuleChoices(SortedMap<String, Choice> choices) {
    /** Preference. */
    public static final String PREFERENCE = "rules";

    /** @param severity Error, Warning or Information */
    public record Choice(Optional<Boolean> on, Optional<String> severity) {
        boolean isNone() {
            return on.isEmpty() && severity.isEmpty();
        }

        private String text() {
            return on.map(flag -> flag ? "on" : "off").orElse("") + severity.map(name -> "," + name).orElse("");
        }
    }

    static final Choice NONE = new Choice(Optional.empty(), Optional.empty());

    public RuleChoices {
        choices = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    }

    /** What cannot be read says nothing: people edit these files by hand. */
    public static RuleChoices parse(String text) {
        SortedMap<String, Choice> choices = new TreeMap<>();
        for (String each : text.split(";")) {
            String[] parts = each.split("=", 2);
            if (parts.length == 2 && !parts[0].isBlank()) {
                String[] words = parts[1].split(",", 2);
                Optional<Boolean> on = switch (words[0].strip()) {
                    case "on" -> Optional.of(true);
                    case "off" -> Optional.of(false);
                    default -> Optional.empty();
                };
                Choice choice = new Choice(on, words.length == 2 && !words[1].isBlank() ? Optional.of(words[1].strip()) : Optional.empty());
                if (!choice.isNone()) {
                    choices.put(parts[0].strip(), choice);
                }
            }
        }
        return new RuleChoices(choices);
    }

    public String text() {
        return choices.entrySet().stream().map(entry -> entry.getKey() + '=' + entry.getValue().text()).collect(Collectors.joining(";"));
    }

    Choice of(String rule) {
        return choices.getOrDefault(rule, NONE);
    }

    RuleChoices with(String rule, Choice choice) {
        SortedMap<String, Choice> changed = new TreeMap<>(choices);
        if (choice.isNone()) {
            changed.remove(rule);
        } else {
            changed.put(rule, choice);
        }
        return new RuleChoices(changed);
    }

    /** As an object of a settings file of PSScriptAnalyzer. */
    public JsonObject json() {
        JsonObject rules = new JsonObject();
        for (Map.Entry<String, Choice> entry : choices.entrySet()) {
            JsonObject options = new JsonObject();
            entry.getValue().on().ifPresent(flag -> options.addProperty("Enable", flag));
            entry.getValue().severity().ifPresent(name -> options.addProperty("Severity", name));
            rules.add(entry.getKey(), options);
        }
        JsonObject file = new JsonObject();
        file.add("Rules", rules);
        return file;
    }
}
