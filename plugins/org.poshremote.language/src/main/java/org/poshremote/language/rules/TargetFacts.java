package org.poshremote.language.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the node that a script is meant for. What is not known is empty, and rules that would need it are silent.
 *
 * @param name     for messages: a profile's or a target's
 * @param desktop  Windows PowerShell on .NET Framework, not PowerShell Core
 * @param commands of the node with their parameters, both in lower case, where it has been asked; a command whose parameters are
 *                 not known has none
 * @param delegates whether the sign-in hands the credentials on, so that the node can reach other machines with them
 * @param codePage of the remote shell's console, such as 437
 * @param clr      major version of the .NET runtime, such as 2 or 4
 */
public record TargetFacts(String name, Optional<TargetVersion> version, Optional<Boolean> desktop, Optional<Boolean> windows, Optional<Map<String, Set<String>>> commands,
        Optional<Boolean> delegates, Optional<Integer> codePage, Optional<Integer> clr) {
    /** Nothing is known. */
    public static final TargetFacts NONE = new TargetFacts("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty());

    /** A machine with that version of PowerShell and the commands that come with it. */
    public static TargetFacts of(String name, TargetVersion version, boolean desktop, boolean windows) {
        return new TargetFacts(name, Optional.of(version), Optional.of(desktop), Optional.of(windows), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isBefore(int major, int minor) {
        return version.filter(known -> known.isBefore(major, minor)).isPresent();
    }

    public boolean isAtLeast(int major, int minor) {
        return version.filter(known -> !known.isBefore(major, minor)).isPresent();
    }

    /** "PowerShell 5.1" or "the target NAME (PowerShell 5.1)". */
    public String described() {
        String powerShell = version.map(known -> (desktop.orElse(known.major() < 6) ? "Windows PowerShell " : "PowerShell ") + known).orElse("PowerShell");
        return name.isEmpty() ? powerShell : name + " (" + powerShell + ")";
    }

    static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
