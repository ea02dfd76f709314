package org.poshremote.language.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parameter of a command, wherever the command comes from.
 *
 * @param type        PowerShell's short name; "switch" for one that takes no value; empty where it is not known
 * @param values      that can be written, where they are few and known; empty otherwise
 * @param aliases     without dash
 * @param common      every cmdlet and advanced function has it (about_CommonParameters)
 * @param missing     the target does not have it
 * @param since       where it exists, in words; empty where that is everywhere or not known
 * @param description what its author says of it
 */
public record ParameterInfo(String name, String type, List<String> values, List<String> aliases, boolean common, boolean missing, String since, Optional<String> description) {
    public ParameterInfo {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
    }

    public boolean isSwitch() {
        return type.equals("switch");
    }

    public boolean takesMany() {
        return type.endsWith("[]") || type.startsWith("List[");
    }

    /** By its name or an alias, in any case. */
    public boolean isNamed(String written) {
        return name.equalsIgnoreCase(written) || aliases.stream().anyMatch(written::equalsIgnoreCase);
    }

    boolean startsWith(String written) {
        return begins(name, written) || aliases.stream().anyMatch(alias -> begins(alias, written));
    }

    private static boolean begins(String name, String written) {
        return name.toLowerCase(Locale.ROOT).startsWith(written.toLowerCase(Locale.ROOT));
    }

    /** As in syntax lines: {@code -Path <string[]>}. */
    public String written() {
        return isSwitch() ? "-" + name : "-" + name + " <" + (type.isEmpty() ? "object" : type) + ">";
    }
}
