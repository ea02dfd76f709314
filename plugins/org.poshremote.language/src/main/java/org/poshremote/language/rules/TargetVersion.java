package org.poshremote.language.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of PowerShell, as far as its language depends on it. */
public record TargetVersion(int major, int minor) implements Comparable<TargetVersion> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,5}))?(?:[.-].*)?");

    /** From "5", "5.1", "5.1.19041.1"; empty for anything else. */
    public static Optional<TargetVersion> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
            ? Optional.of(new TargetVersion(Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)))) : Optional.empty();
    }

    public boolean isBefore(int otherMajor, int otherMinor) {
        return compareTo(new TargetVersion(otherMajor, otherMinor)) < 0;
    }

    @Override
    public int compareTo(TargetVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
