package org.poshremote.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultTargetTest {
    private static Optional<String> of(String path, Map<String, String> settings) {
        return DefaultTarget.of(path, key -> Optional.ofNullable(settings.get(key)));
    }

    @Test
    void theNearestCounts() {
        Map<String, String> settings = Map.of("target", "project", "target/web", "folder", "target/web/a.ps1", "file", "target/web/blank.ps1", " ");
        assertEquals(Optional.of("file"), of("web/a.ps1", settings));
        assertEquals(Optional.of("folder"), of("web/b.ps1", settings));
        assertEquals(Optional.of("folder"), of("web/blank.ps1", settings));
        assertEquals(Optional.of("folder"), of("web/deep/down/b.ps1", settings));
        assertEquals(Optional.of("project"), of("website/b.ps1", settings));
        assertEquals(Optional.of("project"), of("", settings));
        assertEquals(Optional.empty(), of("web/a.ps1", Map.of("target/web/a.ps2", "other")));
    }
}
