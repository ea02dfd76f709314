package org.poshremote.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.settings.AtomicFile;

/** Keeps what is known of nodes in a file of this person's. A file that cannot be read or written only costs requests. */
public final class NodeMemoryFile implements NodeMemory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;
    private final Path file;

    public NodeMemoryFile(Path configFolder) {
        file = configFolder.resolve("nodes.json");
    }

    @Override
    public synchronized Facts facts(String address) {
        return read().getOrDefault(address, Facts.NONE);
    }

    @Override
    public synchronized void keep(String address, Facts facts) {
        Map<String, Facts> all = read();
        if (facts.equals(all.remove(address))) {
            return;
        }
        all.put(address, facts);
        ObjectNode root = JSON.createObjectNode();
        all.entrySet().stream().skip(Math.max(0, all.size() - MOST)).forEach(entry -> {
            ObjectNode node = root.putObject(entry.getKey());
            node.put("refusesUtf8", entry.getValue().refusesUtf8());
            entry.getValue().clrVersion().ifPresent(version -> node.put("clrVersion", version));
            entry.getValue().signIn().ifPresent(words -> node.put("signIn", words));
        });
        try {
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        } catch (IOException e) {
            return;
        }
    }

    private Map<String, Facts> read() {
        Map<String, Facts> all = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            root.fields().forEachRemaining(field -> all.put(field.getKey(), new Facts(field.getValue().path("refusesUtf8").asBoolean(false),
                    text(field.getValue(), "clrVersion"), text(field.getValue(), "signIn"))));
        } catch (IOException e) {
            return all;
        }
        return all;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText("")).filter(text -> !text.isEmpty());
    }
}
