package org.poshremote.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void followsThePlatformsCustom() {
        assertEquals(HOME.resolve(".config/poshremote"), ConfigFolder.of(Map.of(), "Linux", HOME));
        assertEquals(Path.of("/xdg/poshremote"), ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/xdg"), "Linux", HOME));
        assertEquals(HOME.resolve(".config/poshremote"), ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", HOME));
        assertEquals(HOME.resolve("Library/Application Support/PoshRemote"), ConfigFolder.of(Map.of(), "Mac OS X", HOME));
        assertEquals(Path.of("/roaming/PoshRemote"), ConfigFolder.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME));
        assertEquals(Path.of("/mine"), ConfigFolder.of(Map.of(ConfigFolder.OVERRIDE, "/mine"), "Windows 11", HOME));
    }
}
