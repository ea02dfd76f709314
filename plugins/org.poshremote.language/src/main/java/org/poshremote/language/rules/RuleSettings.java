package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.syntax.Parser;

/**
 * Which rules take part and how: what {@code PSScriptAnalyzerSettings.psd1} says.
 *
 * @param include names, wildcards allowed; empty for those that are on by default
 * @param exclude names, wildcards allowed
 * @param severities to keep; empty for all
 * @param rules   options of rules by their names in lower case
 */
public record RuleSettings(List<String> include, List<String> exclude, Set<Severity> severities, Map<String, RuleOptions> rules) {
    /** What PSScriptAnalyzer would do without a settings file. */
    public static final RuleSettings DEFAULT = new RuleSettings(List.of(), List.of(), Set.of(), Map.of());
    public static final RuleSettings ALL = new RuleSettings(List.of("*"), List.of(), Set.of(), Map.of());
    private static final Pattern LIST = Pattern.compile("\\s*,\\s*");

    public RuleSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        severities = Set.copyOf(severities);
        rules = Map.copyOf(rules);
    }

    /** Those named, such as {@code PSAvoidUsingWriteHost,PoshRemote*}. */
    public static RuleSettings only(String list) {
        return new RuleSettings(LIST.splitAsStream(list.strip()).toList(), List.of(), Set.of(), Map.of());
    }

    /** Reads a settings file as data; empty where it is none. */
    public static Optional<RuleSettings> parse(String psd1) {
        return DataFile.read(Parser.parse(psd1)).map(RuleSettings::of);
    }

    /** The same from a map as {@link DataFile} makes it, or JSON with the same names in lower case. */
    public static RuleSettings of(Map<String, Object> file) {
        Set<Severity> kept = strings(file.get("severity")).stream().flatMap(name -> severity(name).stream()).collect(Collectors.toSet());
        Map<String, RuleOptions> rules = new HashMap<>();
        if (file.get("rules") instanceof Map<?, ?> named) {
            named.forEach((name, options) -> {
                if (options instanceof Map<?, ?> values) {
                    Map<String, Object> lower = new HashMap<>();
                    values.forEach((key, value) -> lower.put(key.toString().toLowerCase(Locale.ROOT), value));
                    rules.put(name.toString().toLowerCase(Locale.ROOT), new RuleOptions(lower));
                }
            });
        }
        List<String> include = strings(file.get("includerules"));
        boolean defaults = !(file.get("includedefaultrules") instanceof Boolean flag) || flag;
        return new RuleSettings(include.isEmpty() && !defaults ? List.of("-") : include, strings(file.get("excluderules")), kept, rules);
    }

    private static List<String> strings(Object value) {
        return value == null ? List.of() : DataFile.strings(value);
    }

    private static Optional<Severity> severity(String name) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equalsIgnoreCase(name)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    public RuleOptions options(String rule) {
        return rules.getOrDefault(rule.toLowerCase(Locale.ROOT), RuleOptions.NONE);
    }

    /** Whether a rule takes part: not excluded, not disabled, and included, enabled or on by default. */
    public boolean takesPart(Rule rule) {
        if (matches(exclude, rule.name()) || !options(rule.name()).flag("Enable", true)) {
            return false;
        }
        if (!include.isEmpty()) {
            return matches(include, rule.name());
        }
        return rule.byDefault() || options(rule.name()).flag("Enable", false);
    }

    /** Whether it is excluded or disabled by name. */
    public boolean excludes(String rule) {
        return matches(exclude, rule) || !options(rule).flag("Enable", true);
    }

    /** A severity that the options of a rule give it instead of its own; an extension of ours. */
    Optional<Severity> severityOf(String rule) {
        return severity(options(rule).word("Severity", ""));
    }

    boolean keeps(Severity severity) {
        return severities.isEmpty() || severities.contains(severity);
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> wildcard(pattern, name));
    }

    private static boolean wildcard(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(name).matches();
    }

    /** The same settings without some rules. */
    public RuleSettings without(List<String> names) {
        List<String> all = new ArrayList<>(exclude);
        all.addAll(names);
        return new RuleSettings(include, all, severities, rules);
    }
}
