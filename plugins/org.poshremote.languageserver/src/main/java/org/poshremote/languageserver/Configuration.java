package org.poshremote.languageserver;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.rules.RuleSettings;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.rules.TargetFactsReader;
import org.poshremote.language.rules.TargetProfiles;

/**
 * What the client says under {@code poshremote}; what it does not say is empty.
 *
 * @param rules  {@code poshremote.rules}: "default", "all", "none", names with commas between, or an object as in a settings file
 * @param target {@code poshremote.target}: the name of a profile, or facts as an object
 * @param format {@code poshremote.format}: the preset and options of the layout
 */
record Configuration(Optional<RuleSettings> rules, boolean syntaxOnly, TargetFacts target, Map<String, Object> format) {
    static final Configuration NONE = new Configuration(Optional.empty(), false, TargetFacts.NONE, Map.of());

    /** From didChangeConfiguration's settings or the initialization options; anything else than an object says nothing. */
    static Configuration of(Object settings) {
        if (!(settings instanceof JsonObject json)) {
            return NONE;
        }
        JsonObject own = json.get("poshremote") instanceof JsonObject section ? section : json;
        JsonElement rules = own.get("rules");
        String word = rules instanceof JsonPrimitive primitive ? primitive.getAsString().strip() : "";
        Optional<RuleSettings> chosen = switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> rules instanceof JsonObject object ? Optional.of(RuleSettings.of(lower(object))) : Optional.empty();
            case "default", "none" -> Optional.empty();
            case "all" -> Optional.of(RuleSettings.ALL);
            default -> Optional.of(RuleSettings.only(word));
        };
        return new Configuration(chosen, word.equalsIgnoreCase("none"), target(own.get("target")), own.get("format") instanceof JsonObject format ? lower(format) : Map.of());
    }

    /** {@code poshremote.semanticTokens}: false for clients that would fail on what they cannot show. */
    static boolean semanticTokens(Object options) {
        return !(options instanceof JsonObject json && json.get("poshremote") instanceof JsonObject own
            && own.get("semanticTokens") instanceof JsonPrimitive wanted && wanted.isBoolean() && !wanted.getAsBoolean());
    }

    private static TargetFacts target(JsonElement target) {
        return switch (target) {
            case JsonPrimitive name -> TargetProfiles.find(name.getAsString()).orElse(TargetFacts.NONE);
            case JsonObject facts -> TargetFactsReader.read((Map<?, ?>) value(facts));
            case null, default -> TargetFacts.NONE;
        };
    }

    private static Map<String, Object> lower(JsonObject object) {
        Map<String, Object> lower = new HashMap<>();
        object.entrySet().forEach(entry -> lower.put(entry.getKey().toLowerCase(Locale.ROOT), value(entry.getValue())));
        return lower;
    }

    private static Object value(JsonElement element) {
        return switch (element) {
            case JsonObject object -> {
                Map<String, Object> values = new HashMap<>();
                object.entrySet().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
                yield values;
            }
            case JsonArray array -> {
                List<Object> values = new ArrayList<>();
                array.forEach(each -> values.add(value(each)));
                yield values;
            }
            case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
            case JsonPrimitive primitive when primitive.isNumber() -> primitive.getAsNumber().intValue();
            case JsonPrimitive primitive -> primitive.getAsString();
            default -> "";
        };
    }
}
