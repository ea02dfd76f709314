package org.poshremote.language.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the node that a script is meant for. What is not known is empty, and rules that would need it are silent.
 *
 * @param name     for messages: a profile's or a target's
 * @param profile  of {@link TargetProfiles}, which the facts started from; none: an empty text
 * @param desktop  Windows PowerShell on .NET Framework, not PowerShell Core
 * @param commands of the node with their parameters, both in lower case, where it has been asked; a command whose parameters are
 *                 not known has none
 * @param delegates whether the sign-in hands the credentials on, so that the node can reach other machines with them
 * @param codePage of the remote shell's console, such as 437
 * @param clr      major version of the .NET runtime, such as 2 or 4
 */
public record TargetFacts(String name, String profile, Optional<TargetVersion> version, Optional<Boolean> desktop, Optional<Boolean> windows, Optional<Map<String, Set<String>>> commands,
        Optional<Boolean> delegates, Optional<Integer> codePage, Optional<Integer> clr) {
    /** Nothing is known. */
    public static final TargetFacts NONE = new TargetFacts("", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty());

    /** A profile: a machine with that version of PowerShell and the commands that come with it. */
    static TargetFacts of(String profile, TargetVersion version, boolean desktop, boolean windows) {
        return new TargetFacts(profile, profile, Optional.of(version), Optional.of(desktop), Optional.of(windows), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isBefore(int major, int minor) {
        return version.filter(known -> known.isBefore(major, minor)).isPresent();
    }

    public boolean isAtLeast(int major, int minor) {
        return version.filter(known -> !known.isBefore(major, minor)).isPresent();
    }

    /** Nano Server has PowerShell Core 5, and nothing else has. */
    public boolean isNano() {
        return desktop.filter(full -> !full).isPresent() && version.filter(known -> known.major() == 5).isPresent();
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
