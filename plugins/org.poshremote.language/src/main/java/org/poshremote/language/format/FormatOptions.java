package org.poshremote.language.format;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.rules.RuleOptions;
import org.poshremote.language.rules.RuleSettings;

/**
 * How scripts are to be laid out. Immutable.
 *
 * @param chosen       what somebody has said; the rest is as the preset has it
 * @param switchedOff  rules, in lower case, that a settings file takes no part of
 * @param allowed      aliases that stay where aliases are written out
 */
public record FormatOptions(Preset preset, Map<FormatOption, Object> chosen, Set<String> switchedOff, List<String> allowed) {
    /** The preset "default". */
    public static final FormatOptions DEFAULT = of(Preset.DEFAULT);
    private static final String ALIASES = "PSAvoidUsingCmdletAliases";

    public FormatOptions {
        chosen = Map.copyOf(chosen);
        switchedOff = Set.copyOf(switchedOff);
        allowed = List.copyOf(allowed);
    }

    public static FormatOptions of(Preset preset) {
        return new FormatOptions(preset, Map.of(), Set.of(), List.of());
    }

    /** Boolean, Integer or String. */
    public Object value(FormatOption option) {
        return Optional.ofNullable(chosen.get(option)).orElseGet(() -> standard(option));
    }

    private Object standard(FormatOption option) {
        return switch (preset) {
            case OTBS -> option == FormatOption.NEW_LINE_AFTER_CLOSE_BRACE ? Boolean.FALSE : option.standard();
            case ALLMAN -> option == FormatOption.OPEN_BRACE_ON_SAME_LINE ? Boolean.FALSE : option.standard();
            case DEFAULT, STROUSTRUP -> option.standard();
        };
    }

    public boolean flag(FormatOption option) {
        return (Boolean) value(option);
    }

    public int number(FormatOption option) {
        return (Integer) value(option);
    }

    public FormatOptions with(Preset other) {
        return new FormatOptions(other, chosen, switchedOff, allowed);
    }

    /** @throws IllegalArgumentException where the option has no such value */
    public FormatOptions with(FormatOption option, Object value) {
        Object read = option.read(value).orElseThrow(() -> new IllegalArgumentException(option.title() + " cannot be " + value));
        Map<FormatOption, Object> more = new EnumMap<>(FormatOption.class);
        more.putAll(chosen);
        more.put(option, read);
        return new FormatOptions(preset, more, switchedOff, allowed);
    }

    /** The same unless somebody has said something else; for what an editor knows of a file. */
    public FormatOptions unlessChosen(FormatOption option, Object value) {
        return chosen.containsKey(option) ? this : with(option, value);
    }

    /**
     * What a client says under {@code poshremote.format}: {@code preset} and names of options, in any case. What is no option, or no
     * value of it, says nothing.
     */
    public FormatOptions with(Map<String, ?> named) {
        FormatOptions options = this;
        for (Map.Entry<String, ?> entry : named.entrySet()) {
            if (entry.getKey().equalsIgnoreCase("preset")) {
                options = options.with(Preset.find(entry.getValue().toString()).orElse(options.preset));
            } else {
                Optional<FormatOption> option = FormatOption.find(entry.getKey());
                if (option.flatMap(known -> known.read(entry.getValue())).isPresent()) {
                    options = options.with(option.get(), entry.getValue());
                }
            }
        }
        return options;
    }

    /** What {@code PSScriptAnalyzerSettings.psd1} says about the rules that look at layout. A rule that it excludes or disables does nothing. */
    public FormatOptions with(RuleSettings settings) {
        Map<FormatOption, Object> more = new EnumMap<>(FormatOption.class);
        more.putAll(chosen);
        Set<String> off = new HashSet<>(switchedOff);
        for (FormatOption option : FormatOption.values()) {
            if (option.rule().isEmpty()) {
                continue;
            }
            RuleOptions said = settings.options(option.rule());
            said.words(option.property(), List.of()).stream().findFirst().flatMap(option::read).ifPresent(value -> more.put(option, value));
            if (settings.excludes(option.rule())) {
                off.add(option.rule().toLowerCase(Locale.ROOT));
            } else if (said.flag("Enable", false)) {
                off.remove(option.rule().toLowerCase(Locale.ROOT));
            }
        }
        return new FormatOptions(preset, more, off, settings.options(ALIASES).words("allowlist", allowed));
    }

    /** The options of one rule, as its settings have them. */
    RuleOptions of(String rule) {
        Map<String, Object> values = new HashMap<>();
        for (FormatOption option : FormatOption.values()) {
            if (option.rule().equals(rule)) {
                values.put(option.property().toLowerCase(Locale.ROOT), value(option));
            }
        }
        if (rule.equals("PSPlaceCloseBrace")) {
            values.put("ignoreonelineblock", value(FormatOption.IGNORE_ONE_LINE_BLOCK));
        } else if (rule.equals(ALIASES)) {
            values.put("allowlist", allowed);
        }
        return new RuleOptions(values);
    }

    boolean takesPart(String rule) {
        return !switchedOff.contains(rule.toLowerCase(Locale.ROOT));
    }

    /**
     * The same as settings of rules, which find nothing in a text that was formatted so.
     */
    public RuleSettings asRules() {
        Map<String, RuleOptions> rules = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (FormatOption option : FormatOption.values()) {
            boolean wanted = !option.rule().isEmpty() && takesPart(option.rule()) && (!option.property().equals("Enable") || flag(option));
            if (wanted && names.add(option.rule())) {
                rules.put(option.rule().toLowerCase(Locale.ROOT), of(option.rule()));
            }
        }
        return new RuleSettings(List.copyOf(names), List.of(), Set.of(), rules);
    }
}
