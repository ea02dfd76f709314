package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.settings.AtomicFile;
import org.poshremote.core.target.Target;

/**
 * Keeps the last good diagnosis of each target in a file of this person's, which terminal and workbench share. It never holds
 * a secret. A file that cannot be read or written only costs the comparison. Reads and writes the disk.
 */
public final class GoodDiagnosisFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 200;

    private final Path file;

    public GoodDiagnosisFile(Path configFolder) {
        file = configFolder.resolve("diagnoses.json");
    }

    public synchronized Optional<GoodDiagnosis> last(Target target) {
        return read(root().path(GoodDiagnosis.key(target)));
    }

    public synchronized void keep(Target target, GoodDiagnosis diagnosis) {
        ObjectNode all = root();
        String key = GoodDiagnosis.key(target);
        all.remove(key); // so that the youngest stand last
        all.set(key, write(diagnosis));
        List<String> keys = new ArrayList<>();
        all.fieldNames().forEachRemaining(keys::add);
        all.remove(keys.subList(0, Math.max(0, keys.size() - MOST)));
        try {
            AtomicFile.write(file, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            return;
        }
    }

    private ObjectNode root() {
        try {
            return JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private static ObjectNode write(GoodDiagnosis diagnosis) {
        ObjectNode node = JSON.createObjectNode().put("begun", diagnosis.begun().toString());
        ObjectNode steps = node.putObject("steps");
        diagnosis.steps().forEach((code, seen) -> {
            ObjectNode step = steps.putObject(code).put("verdict", seen.verdict().name());
            ArrayNode evidence = step.putArray("evidence");
            seen.evidence().forEach(each -> evidence.addArray().add(each.key()).add(each.value()));
        });
        return node;
    }

    private static Optional<GoodDiagnosis> read(JsonNode node) {
        try {
            Map<String, GoodDiagnosis.Seen> steps = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> step : node.path("steps").properties()) {
                List<Evidence> evidence = new ArrayList<>();
                step.getValue().path("evidence").forEach(each -> evidence.add(new Evidence(each.path(0).asText(), each.path(1).asText())));
                steps.put(step.getKey(), new GoodDiagnosis.Seen(Verdict.valueOf(step.getValue().path("verdict").asText()), evidence));
            }
            return steps.isEmpty() ? Optional.empty() : Optional.of(new GoodDiagnosis(Instant.parse(node.path("begun").asText()), steps));
        } catch (DateTimeException | IllegalArgumentException e) { // written by hand or by another version
            return Optional.empty();
        }
    }
}
