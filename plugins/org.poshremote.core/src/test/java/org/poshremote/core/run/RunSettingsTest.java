package org.poshremote.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    /** docs/settings.md is made from the settings themselves; this says how it has to read. */
    @Test
    void theyAreDescribed() throws IOException {
        String rows = RunSettings.ALL.stream().map(setting -> "| `" + setting.name() + "` | " + setting.defaultValue() + " | " + setting.unit()
                + " | " + setting.doc() + " |").collect(Collectors.joining("\n"));
        String page = Files.readString(Path.of("../../docs/settings.md"));
        assertTrue(page.contains(rows), "docs/settings.md should hold:\n" + rows);
    }

    @Test
    void eachRecordComponentHasItsSetting() {
        assertEquals(RunSettings.class.getRecordComponents().length, RunSettings.ALL.size());
        assertTrue(RunSettings.DEFAULTS.readTimeout().compareTo(RunSettings.DEFAULTS.operationTimeout()) > 0);
    }
}
