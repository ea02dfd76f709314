package org.poshremote.language.rules.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.knowledge.Edition;
import org.poshremote.language.knowledge.Presence;

/**
 * A PowerShell that settings name, in one of PSScriptAnalyzer's two ways: {@code desktop-5.1}, {@code core-6.1.0-linux}, or
 * {@code win-48_x64_10.0.17763.0_5.1.17763.316_x64_4.0.30319.42000_framework}.
 */
public record Profile(Edition edition, int minor) {
    private static final Pattern SHORT = Pattern.compile("(?i)(desktop|core)-(\\d+)\\.(\\d+)(?:\\.\\d+)?(?:-(windows|linux|macos))?(?:-arm)?");
    private static final Pattern LONG = Pattern.compile("(?i)(win|ubuntu|debian|centos|fedora|rhel|alpine|macos)[^_]*_[^_]+_[^_]+_(\\d+)\\.(\\d+)[^_]*_[^_]+_[^_]+_(framework|core)");

    /** Empty for a name that is neither, or for a PowerShell that nothing is known of. */
    public static Optional<Profile> parse(String name) {
        Matcher brief = SHORT.matcher(name.strip());
        if (brief.matches()) {
            return of(Integer.parseInt(brief.group(2)), Integer.parseInt(brief.group(3)), brief.group(1).equalsIgnoreCase("desktop"),
                brief.group(4) == null || brief.group(4).equalsIgnoreCase("windows"));
        }
        Matcher full = LONG.matcher(name.strip());
        return full.matches() ? of(Integer.parseInt(full.group(2)), Integer.parseInt(full.group(3)), full.group(4).equalsIgnoreCase("framework"), full.group(1).equalsIgnoreCase("win"))
            : Optional.empty();
    }

    private static Optional<Profile> of(int major, int minor, boolean desktop, boolean windows) {
        return Edition.of(major, desktop, windows).map(edition -> new Profile(edition, minor));
    }

    public boolean has(Presence presence) {
        return presence.in(edition, minor) == Presence.Verdict.PRESENT;
    }

    public boolean lacks(Presence presence) {
        return presence.in(edition, minor) == Presence.Verdict.ABSENT;
    }

    public String words() {
        return edition.words();
    }
}
