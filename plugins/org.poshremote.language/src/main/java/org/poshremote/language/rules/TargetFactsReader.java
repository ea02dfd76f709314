package org.poshremote.language.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts of a target from a map as a JSON reader makes it. Names: {@code profile} (where to start from), {@code name},
 * {@code powerShell} ("5.1"), {@code edition} ("Desktop", "Core"), {@code windows}, {@code commands} (names, or an object of names
 * and their parameters), {@code delegates}, {@code codePage}, {@code clr}. What is missing or of another kind is not known.
 */
public final class TargetFactsReader {
    private TargetFactsReader() {
    }

    public static TargetFacts read(Map<?, ?> json) {
        Map<String, Object> values = new HashMap<>();
        json.forEach((key, value) -> values.put(String.valueOf(key).toLowerCase(Locale.ROOT), value));
        TargetFacts base = text(values, "profile").flatMap(TargetProfiles::find).orElse(TargetFacts.NONE);
        Optional<TargetVersion> version = Optional.ofNullable(values.get("powershell")).map(String::valueOf).flatMap(TargetVersion::parse).or(base::version);
        Optional<Boolean> desktop = text(values, "edition").map(edition -> edition.equalsIgnoreCase("Desktop")).or(base::desktop)
            // before 5.1 there is no other edition, from 6 on no desktop one
            .or(() -> version.filter(known -> known.major() != 5).map(known -> known.major() < 6));
        return new TargetFacts(text(values, "name").orElse(base.name()), base.profile(), version, desktop, flag(values, "windows").or(base::windows), commands(values.get("commands")),
            flag(values, "delegates"), number(values, "codepage"), number(values, "clr"));
    }

    private static Optional<String> text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Boolean> flag(Map<String, Object> values, String key) {
        return values.get(key) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    private static Optional<Integer> number(Map<String, Object> values, String key) {
        return values.get(key) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    private static Optional<Map<String, Set<String>>> commands(Object value) {
        Map<String, Set<String>> commands = new HashMap<>();
        if (value instanceof Map<?, ?> named) {
            named.forEach((name, parameters) -> commands.put(TargetFacts.key(String.valueOf(name)), parameters instanceof Iterable<?> several ? lower(several) : Set.of()));
        } else if (value instanceof Iterable<?> names) {
            lower(names).forEach(name -> commands.put(name, Set.of()));
        }
        return commands.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(commands));
    }

    private static Set<String> lower(Iterable<?> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(TargetFacts.key(String.valueOf(word))));
        return lower;
    }
}
