package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/diagnosis.md lists the causes that there are. */
class DiagnosisDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/diagnosis.md");
    private static final String BEGIN = "<!-- causes -->\n";
    private static final String END = "<!-- end of causes -->";

    @Test
    void listsEachCauseWithItsSignals() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if ("write".equals(System.getProperty("diagnosis.document"))) {
            text = text.substring(0, begin) + table() + text.substring(end);
            Files.writeString(DOCUMENT, text);
            end = text.indexOf(END);
        }
        assertEquals(table(), text.substring(begin, end), "run this test with -Ddiagnosis.document=write");
    }

    @Test
    void settingsAreDescribed() throws IOException {
        String rows = DiagnosisSettings.ALL.stream().map(setting -> "| `" + setting.name() + "` | " + setting.defaultValue() + " | " + setting.unit()
            + " | " + setting.doc() + " |").collect(Collectors.joining("\n"));
        assertTrue(Files.readString(Path.of("../../docs/settings.md")).contains(rows), "docs/settings.md should hold:\n" + rows);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| cause | what it is | signals (rank, how known) | remedies |\n|---|---|---|---|\n");
        for (Stage stage : Stage.values()) {
            table.append("| **").append(stage.title()).append("** | | | |\n");
            for (Cause cause : CauseTable.builtIn().causes()) {
                if (cause.stage() == stage) {
                    table.append("| `").append(cause.code()).append("` | ").append(cause.title()).append(" | ")
                        .append(cause.signals().stream().map(DiagnosisDocumentTest::signal).collect(Collectors.joining("<br>"))).append(" | ")
                        .append(cause.remedies().stream().map(DiagnosisDocumentTest::remedy).collect(Collectors.joining("; "))).append(" |\n");
                }
            }
        }
        return table.toString();
    }

    private static String signal(Signal signal) {
        return "`" + signal.all().stream().map(Condition::toString).collect(Collectors.joining(" & ")) + "` (" + signal.rank() + ", "
            + signal.seen().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String remedy(String code) {
        return RemedyTable.builtIn().find(code).orElseThrow().title();
    }
}
