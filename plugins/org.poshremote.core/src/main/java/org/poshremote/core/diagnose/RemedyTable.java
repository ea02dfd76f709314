package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The remedies that are known, as data: resource {@code remedies.json}, and next to it in {@code remedies/} the scripts:
 * {@code CODE.ps1}, {@code CODE.win7.ps1}, {@code CODE.nano.ps1}. Immutable.
 */
public record RemedyTable(Map<String, Remedy> remedies) {
    private static final RemedyTable BUILT_IN = read(Resources.json("remedies.json"));

    public RemedyTable {
        remedies = Collections.unmodifiableMap(new LinkedHashMap<>(remedies));
    }

    public static RemedyTable builtIn() {
        return BUILT_IN;
    }

    private static RemedyTable read(JsonNode table) {
        Map<String, Remedy> remedies = new LinkedHashMap<>();
        for (JsonNode remedy : table.required("remedies")) {
            String code = remedy.required("code").asText();
            Map<Generation, String> scripts = new EnumMap<>(Generation.class);
            for (Generation generation : Generation.values()) {
                Resources.text("remedies/" + code + generation.suffix() + ".ps1").ifPresent(text -> scripts.put(generation, text));
            }
            Optional<TargetSetting> setting = remedy.has("setting")
                ? Optional.of(new TargetSetting(remedy.get("setting").required("property").asText(), remedy.get("setting").required("value").asText()))
                : Optional.empty();
            Remedy read = new Remedy(code, remedy.required("title").asText(), Place.valueOf(remedy.required("where").asText().toUpperCase(Locale.ROOT)),
                scripts, remedy.has("command") ? Optional.of(remedy.get("command").asText()) : Optional.empty(), setting,
                remedy.required("changes").asText(), remedy.required("undo").asText(), remedy.required("risk").asText(),
                remedy.path("weakens").asBoolean(false));
            if (remedies.put(code, read) != null) {
                throw new IllegalStateException("two remedies " + code);
            }
        }
        return new RemedyTable(remedies);
    }

    public Optional<Remedy> find(String code) {
        return Optional.ofNullable(remedies.get(code));
    }

    /** For a cause, in its order, with what the evidence knows filled in; one that weakens comes after all others. */
    List<Remedy> of(Cause cause, Facts facts) {
        List<Remedy> safe = new ArrayList<>();
        List<Remedy> weakening = new ArrayList<>();
        for (String code : cause.remedies()) {
            Remedy remedy = remedies.get(code);
            if (remedy == null) {
                throw new IllegalStateException(cause.code() + " names a remedy that there is not: " + code);
            }
            Optional<TargetSetting> filled = remedy.setting().flatMap(setting -> setting.filled(facts));
            if (remedy.setting().isPresent() && filled.isEmpty() && remedy.scripts().isEmpty() && remedy.command().isEmpty()) {
                continue; // it proposes a value that this diagnosis did not find
            }
            Remedy ready = new Remedy(remedy.code(), remedy.title(), remedy.place(), remedy.scripts(),
                remedy.command().map(command -> filled(command, facts)), filled, remedy.changes(),
                remedy.undo(), remedy.risk(), remedy.weakens());
            (remedy.weakens() ? weakening : safe).add(ready);
        }
        safe.addAll(weakening);
        return safe;
    }

    /** {host}, {port} and {target} as this diagnosis has them, safe for a shell. */
    private static String filled(String command, Facts facts) {
        String text = command;
        for (String key : List.of("host", "port", "target")) {
            String value = facts.values("target." + key).stream().findFirst().orElse(key.toUpperCase(Locale.ROOT));
            text = text.replace("{" + key + "}", value.matches("[A-Za-z0-9._:\\[\\]-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
        }
        return text;
    }
}
