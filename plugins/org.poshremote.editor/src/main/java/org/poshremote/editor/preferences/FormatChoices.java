package org.poshremote.editor.preferences;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How scripts are formatted: a preset, and what the person chose otherwise. As text: {@code preset=otbs;insertFinalNewline=false}.
 *
 * @param others by the names of the options; only what the preset does not say already
 */
record FormatChoices(String preset, SortedMap<String, String> others) {
    /** Preference. */
    static final String PREFERENCE = "format";
    static final FormatChoices STANDARD = new FormatChoices(FormatOption.PRESETS.getFirst(), Collections.emptySortedMap());

    FormatChoices {
        SortedMap<String, String> kept = new TreeMap<>();
        String with = preset;
        for (FormatOption option : FormatOption.ALL) {
            String value = others.get(option.name());
            if (value != null && !value.equals(option.standard(with)) && (option.isFlag() ? value.matches("true|false") : option.choices().contains(value))) {
                kept.put(option.name(), value);
            }
        }
        others = Collections.unmodifiableSortedMap(kept);
    }

    /** What cannot be read says nothing. */
    static FormatChoices parse(String text) {
        String preset = STANDARD.preset;
        SortedMap<String, String> others = new TreeMap<>();
        for (String each : text.split(";")) {
            String[] parts = each.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equals("preset")) {
                preset = FormatOption.PRESETS.contains(parts[1].strip()) ? parts[1].strip() : preset;
            } else if (parts.length == 2) {
                others.put(parts[0].strip(), parts[1].strip());
            }
        }
        return new FormatChoices(preset, others);
    }

    String text() {
        String rest = others.entrySet().stream().map(entry -> entry.getKey() + '=' + entry.getValue()).collect(Collectors.joining(";"));
        return equals(STANDARD) ? "" : "preset=" + preset + (rest.isEmpty() ? "" : ";" + rest);
    }

    String value(FormatOption option) {
        return others.getOrDefault(option.name(), option.standard(preset));
    }

    FormatChoices with(FormatOption option, String value) {
        SortedMap<String, String> changed = new TreeMap<>(others);
        changed.put(option.name(), value);
        return new FormatChoices(preset, changed);
    }

    /** Another preset, and nothing chosen otherwise: who takes a preset wants what it is known for. */
    static FormatChoices of(String preset) {
        return new FormatChoices(preset, Collections.emptySortedMap());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("preset", preset);
        others.forEach((name, value) -> {
            if (value.matches("true|false")) {
                json.addProperty(name, Boolean.valueOf(value));
            } else {
                json.addProperty(name, value);
            }
        });
        return json;
    }
}
