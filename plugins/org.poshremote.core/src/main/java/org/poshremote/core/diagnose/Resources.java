package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The data beside this package. */
final class Resources {
    private Resources() {
    }

    static Optional<String> text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(text(name).orElseThrow(() -> new IllegalStateException("no resource " + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static List<String> strings(JsonNode array) {
        Iterator<JsonNode> values = array.elements();
        Iterable<JsonNode> all = () -> values;
        return StreamSupport.stream(all.spliterator(), false).map(JsonNode::asText).toList();
    }
}
