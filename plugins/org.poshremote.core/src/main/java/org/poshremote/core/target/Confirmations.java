package org.poshremote.core.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.poshremote.core.settings.AtomicFile;

/**
 * Which risky values of project files this person has confirmed on this machine. Kept as hashes over the file, the target's
 * address and account, and the exact values: a change of any of them asks again.
 */
final class Confirmations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    Confirmations(Path file) {
        this.file = file;
    }

    boolean covers(TargetOrigin origin, Target target) {
        return read().contains(fingerprint(origin, target));
    }

    void add(TargetOrigin origin, Target target) throws IOException {
        Set<String> all = read();
        all.add(fingerprint(origin, target));
        ArrayNode list = JSON.createArrayNode();
        all.forEach(list::add);
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(list));
    }

    /** A file that cannot be read confirms nothing: the person is asked again. */
    private Set<String> read() {
        Set<String> all = new TreeSet<>();
        try {
            JsonNode list = JSON.readTree(Files.readAllBytes(file));
            list.forEach(node -> all.add(node.asText()));
        } catch (NoSuchFileException e) {
            return all;
        } catch (JsonProcessingException e) {
            all.clear();
        } catch (IOException e) {
            return all;
        }
        return all;
    }

    private static String fingerprint(TargetOrigin origin, Target target) {
        StringBuilder text = new StringBuilder();
        String place = origin.file().toAbsolutePath().normalize().toString();
        for (String part : List.of(place, target.name(), target.address(), target.user())) {
            append(text, part);
        }
        for (RiskyValue value : RiskyValue.of(target)) {
            append(text, value.property());
            append(text, value.value());
        }
        if (target.trust() instanceof TrustChoice.CaFile ca) {
            // the file may be shared like the target: other authorities under the same name are a change too
            append(text, content(origin, ca));
        }
        return hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String content(TargetOrigin origin, TrustChoice.CaFile ca) {
        try {
            return hash(Files.readAllBytes(origin.file().resolveSibling(ca.path())));
        } catch (IOException | InvalidPathException e) {
            return "unreadable";
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With its length, so that no two lists of parts give the same text. */
    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
