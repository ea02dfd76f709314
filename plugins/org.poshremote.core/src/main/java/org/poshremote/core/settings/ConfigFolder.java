package org.poshremote.core.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this person's PoshRemote files are. */
public final class ConfigFolder {
    /** Environment variable that names another folder. */
    public static final String OVERRIDE = "POSHREMOTE_CONFIG";

    private ConfigFolder() {
    }

    /** By the custom of this platform; not created by this call. */
    public static Path ofThisUser() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        String override = environment.getOrDefault(OVERRIDE, "");
        if (!override.isBlank()) {
            return Path.of(override);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("PoshRemote");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("PoshRemote");
        }
        // XDG Base Directory Specification: a relative path there is to be ignored
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = xdg.isBlank() || !Path.of(xdg).isAbsolute() ? home.resolve(".config") : Path.of(xdg);
        return base.resolve("poshremote");
    }
}
