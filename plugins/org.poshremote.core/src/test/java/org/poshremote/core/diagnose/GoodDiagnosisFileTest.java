package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.core.target.Target;

class GoodDiagnosisFileTest {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    @TempDir
    private Path folder;

    private static GoodDiagnosis good(String value) {
        return new GoodDiagnosis(THEN, Map.of("PR-STEP-TCP", new GoodDiagnosis.Seen(Verdict.PASSED, List.of(new Evidence("path.tcp", value)))));
    }

    @Test
    void whatWasKeptIsThereForTheNextProgram() {
        Target target = Target.at("web1.example").name("web1").build();
        new GoodDiagnosisFile(folder).keep(target, good("open \u00e9\n"));
        assertEquals(Optional.of(good("open \u00e9\n")), new GoodDiagnosisFile(folder).last(target));
        assertEquals(Optional.empty(), new GoodDiagnosisFile(folder).last(target.toBuilder().port(1234).build()), "another address is another node");
    }

    @Test
    void theNewestTakesThePlaceOfTheOneBefore() {
        Target target = Target.at("web1.example").build();
        GoodDiagnosisFile file = new GoodDiagnosisFile(folder);
        file.keep(target, good("a"));
        file.keep(target, good("b"));
        assertEquals(Optional.of(good("b")), file.last(target));
    }

    @Test
    void theOldestAreForgotten() {
        GoodDiagnosisFile file = new GoodDiagnosisFile(folder);
        for (int i = 0; i < 205; i++) {
            file.keep(Target.at("n" + i).build(), good("x"));
        }
        assertEquals(Optional.empty(), file.last(Target.at("n4").build()));
        assertTrue(file.last(Target.at("n5").build()).isPresent());
    }

    @Test
    void aBrokenFileCostsTheComparisonAlone() throws IOException {
        Target target = Target.at("web1.example").build();
        for (String content : List.of("", "{", "[]", "{\"web1.example http://web1.example:5985/wsman\": 3}",
                "{\"" + GoodDiagnosis.key(target) + "\": {\"begun\": \"soon\", \"steps\": {\"A\": {\"verdict\": \"PASSED\"}}}}",
                "{\"" + GoodDiagnosis.key(target) + "\": {\"begun\": \"" + THEN + "\", \"steps\": {\"A\": {\"verdict\": \"FINE\"}}}}")) {
            Files.writeString(folder.resolve("diagnoses.json"), content);
            assertEquals(Optional.empty(), new GoodDiagnosisFile(folder).last(target), content);
        }
        new GoodDiagnosisFile(folder).keep(target, good("again"));
        assertEquals(Optional.of(good("again")), new GoodDiagnosisFile(folder).last(target));
    }
}
