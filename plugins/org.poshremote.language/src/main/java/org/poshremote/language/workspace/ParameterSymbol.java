package org.poshremote.language.workspace;

import java.util.List;
import java.util.OptionalInt;
import java.util.Optional;

/**
 * A parameter of a function, method or script.
 *
 * @param name        without sigil
 * @param type        PowerShell's short name of it; empty where none is written
 * @param mandatory   in at least one set
 * @param position    where it is said
 * @param aliases     of {@code [Alias()]}
 * @param values      of {@code [ValidateSet()]}
 * @param defaultText as written
 * @param sets        names of parameter sets it is in; none means all
 */
public record ParameterSymbol(String name, String type, boolean mandatory, OptionalInt position, boolean fromPipeline, List<String> aliases, List<String> values,
        Optional<String> defaultText, List<String> sets, TextRange named) {
    public ParameterSymbol {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
        sets = List.copyOf(sets);
    }

    public boolean isSwitch() {
        return type.equals("switch");
    }

    /** Whether it is called that, by its name or an alias, in any case. */
    public boolean isCalled(String written) {
        return name.equalsIgnoreCase(written) || aliases.stream().anyMatch(written::equalsIgnoreCase);
    }
}
