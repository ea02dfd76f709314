package org.poshremote.language.knowledge;

import java.util.List;

/**
 * A parameter of a command that comes with PowerShell or Windows.
 *
 * @param type   PowerShell's short name: "string", "int", "string[]"; "switch" for one that takes no value
 * @param values that can be written, where they are few and known; empty otherwise
 */
public record KnownParameter(String name, String type, Presence presence, List<String> values) {
    public KnownParameter {
        values = List.copyOf(values);
    }

    public boolean isSwitch() {
        return type.equals("switch");
    }
}
