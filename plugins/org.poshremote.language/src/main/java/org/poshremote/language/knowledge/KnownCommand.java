package org.poshremote.language.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** A command that comes with PowerShell or Windows. What belongs to its parameters is read when it is first asked for. Thread-safe. */
public final class KnownCommand {
    private final String name;
    private final String module;
    private final Presence presence;
    private final String parameterText;
    private final String setText;
    private final List<KnownParameter> more;
    private final Optional<String> synopsis;
    private final BiFunction<String, String, List<String>> values;
    private volatile List<KnownParameter> parameters;

    KnownCommand(String name, String module, Presence presence, String parameterText, String setText, List<KnownParameter> more, Optional<String> synopsis,
            BiFunction<String, String, List<String>> values) {
        this.name = name;
        this.module = module;
        this.presence = presence;
        this.parameterText = parameterText;
        this.setText = setText;
        this.more = more;
        this.synopsis = synopsis;
        this.values = values;
    }

    /** In its usual case. */
    public String name() {
        return name;
    }

    /** Of its newest version. */
    public String module() {
        return module;
    }

    public Presence presence() {
        return presence;
    }

    /** One sentence. */
    public Optional<String> synopsis() {
        return synopsis;
    }

    /** Those of any edition, in the order of their names, without those that every command has ({@link Knowledge#commonParameters()}). */
    public List<KnownParameter> parameters() {
        List<KnownParameter> known = parameters;
        if (known == null) {
            known = new ArrayList<>();
            for (String word : parameterText.split(" ")) {
                if (!word.isEmpty()) {
                    known.add(parameter(word));
                }
            }
            known.addAll(more);
            known = List.copyOf(known);
            parameters = known;
        }
        return known;
    }

    /** @param written in any case, without dash; whole, or a beginning that can mean only one */
    public Optional<KnownParameter> parameter(String written, List<KnownParameter> common) {
        String key = written.toLowerCase(Locale.ROOT);
        List<KnownParameter> candidates = new ArrayList<>();
        for (List<KnownParameter> some : List.of(parameters(), common)) {
            for (KnownParameter parameter : some) {
                String whole = parameter.name().toLowerCase(Locale.ROOT);
                if (whole.equals(key)) {
                    return Optional.of(parameter);
                }
                if (whole.startsWith(key)) {
                    candidates.add(parameter);
                }
            }
        }
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** How it can be called, in its newest version of which that is known; empty where it is not. Optional named parameters of all sets come last. */
    public List<ParameterSet> sets() {
        List<ParameterSet> sets = new ArrayList<>();
        List<KnownParameter> known = parameters();
        List<String> texts = setText.isEmpty() ? List.of() : List.of(setText.split("\\|"));
        List<Integer> mentioned = new ArrayList<>();
        List<List<ParameterSet.Member>> all = new ArrayList<>();
        for (String text : texts) {
            List<ParameterSet.Member> members = new ArrayList<>();
            for (String word : text.split("\\.")) {
                if (!word.isEmpty()) {
                    int digits = 0;
                    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
                        digits++;
                    }
                    int index = Integer.parseInt(word.substring(0, digits));
                    mentioned.add(index);
                    members.add(new ParameterSet.Member(known.get(index), word.indexOf('!') > 0, word.indexOf('*') > 0));
                }
            }
            all.add(members);
        }
        for (List<ParameterSet.Member> members : all) {
            for (int i = 0; i < known.size(); i++) {
                if (!mentioned.contains(i)) {
                    members.add(new ParameterSet.Member(known.get(i), false, false));
                }
            }
            sets.add(new ParameterSet(members));
        }
        return sets;
    }

    private KnownParameter parameter(String word) {
        int at = word.indexOf('@');
        int bits = at < 0 ? presence.bits() : CommandFile.withSeven(Integer.parseInt(word.substring(at + 1), 16));
        String declared = at < 0 ? word : word.substring(0, at);
        int colon = declared.indexOf(':');
        boolean isSwitch = declared.endsWith("?");
        String name = isSwitch ? declared.substring(0, declared.length() - 1) : colon < 0 ? declared : declared.substring(0, colon);
        String type = isSwitch ? "switch" : colon < 0 ? "string" : declared.substring(colon + 1);
        return new KnownParameter(name, type, new Presence(bits, presence.minor7(), presence.builtIn()), values.apply(this.name + " " + name, type));
    }
}
