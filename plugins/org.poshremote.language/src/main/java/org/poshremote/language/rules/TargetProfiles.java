package org.poshremote.language.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Machines as they come, by name: what is known of a target that has not been asked. */
public final class TargetProfiles {
    private static final Map<String, TargetFacts> ALL = new LinkedHashMap<>();

    static {
        desktop("windows-7-powershell-2", 2, 0);
        desktop("windows-server-2008-r2", 2, 0);
        desktop("windows-server-2012", 3, 0);
        desktop("windows-server-2012-r2", 4, 0);
        desktop("windows-server-2016", 5, 1);
        desktop("windows-server-2019", 5, 1);
        desktop("windows-server-2022", 5, 1);
        desktop("windows-server-2025", 5, 1);
        desktop("windows-10", 5, 1);
        desktop("windows-11", 5, 1);
        desktop("windows-powershell-3", 3, 0);
        desktop("windows-powershell-4", 4, 0);
        desktop("windows-powershell-5", 5, 0);
        desktop("windows-powershell-5.1", 5, 1);
        add("nano-tp3", 5, 1, false, true);
        add("nano-server-2016", 5, 1, false, true);
        add("powershell-7", 7, 6, false, true);
        for (int minor = 0; minor <= 6; minor++) {
            add("powershell-7." + minor, 7, minor, false, true);
        }
        add("powershell-6", 6, 2, false, true);
        add("powershell-7-linux", 7, 6, false, false);
    }

    private TargetProfiles() {
    }

    private static void desktop(String name, int major, int minor) {
        add(name, major, minor, true, true);
    }

    private static void add(String name, int major, int minor, boolean desktop, boolean windows) {
        ALL.put(name, TargetFacts.of(name, new TargetVersion(major, minor), desktop, windows));
    }

    public static Set<String> names() {
        return ALL.keySet();
    }

    /** @param name in any case */
    public static Optional<TargetFacts> find(String name) {
        return Optional.ofNullable(ALL.get(TargetFacts.key(name)));
    }
}
