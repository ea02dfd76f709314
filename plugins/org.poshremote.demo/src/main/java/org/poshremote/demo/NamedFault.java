package org.poshremote.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.demo.NodeFlaws.CertificateFlaw;
import org.poshremote.demo.NodeFlaws.PortFlaw;

/**
 * Something that can be wrong with a node, by a name for the command line; the data is resource {@code faults.json}.
 *
 * @param title one line for people
 */
public record NamedFault(String name, String title, NodeFlaws flaws) {
    private static final List<NamedFault> ALL = read();

    public static List<NamedFault> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException with a text for people when there is none of that name */
    public static NamedFault named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no fault \"" + name + "\"; demo --list-faults shows all."));
    }

    private static List<NamedFault> read() {
        try (InputStream in = NamedFault.class.getResourceAsStream("/org/poshremote/demo/faults.json")) {
            if (in == null) {
                throw new IllegalStateException("no faults.json");
            }
            List<NamedFault> faults = new ArrayList<>();
            for (JsonNode fault : new ObjectMapper().readTree(in).required("faults")) {
                faults.add(new NamedFault(fault.required("name").asText(), fault.required("title").asText(), flaws(fault)));
            }
            return List.copyOf(faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodeFlaws flaws(JsonNode fault) {
        FaultPlan plan = FaultPlan.none();
        for (JsonNode request : fault.path("requests")) {
            String operation = request.path("operation").asText("");
            InjectedFault injected = injected(request);
            plan = plan.or(request.has("number") ? FaultPlan.at(operation, request.get("number").asLong(), injected)
                : operation.isEmpty() ? FaultPlan.every(1, injected) : FaultPlan.every(operation, 1, injected));
        }
        Optional<List<String>> offers = Optional.empty();
        if (fault.has("offers")) {
            List<String> offered = new ArrayList<>();
            fault.get("offers").forEach(offer -> offered.add(offer.asText()));
            offers = Optional.of(offered);
        }
        return new NodeFlaws(Duration.ofSeconds(fault.path("clockSeconds").asLong()), offers, fault.path("rejects").asBoolean(),
            CertificateFlaw.valueOf(word(fault.path("certificate").asText("none"))), PortFlaw.valueOf(word(fault.path("http").asText("none"))),
            PortFlaw.valueOf(word(fault.path("https").asText("none"))), plan);
    }

    private static String word(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static InjectedFault injected(JsonNode request) {
        if (request.has("code")) {
            return new InjectedFault.Soap(request.get("code").asLong());
        }
        if (request.has("seconds")) {
            return InjectedFault.delay(Duration.ofSeconds(request.get("seconds").asLong()));
        }
        if (request.has("garbage")) {
            return InjectedFault.GARBAGE;
        }
        if (request.has("close")) {
            return InjectedFault.CLOSE_UNPROCESSED;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        request.path("headers").fields().forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new InjectedFault.Http(request.required("status").asInt(), request.path("type").asText("text/html"),
            request.path("body").asText("").getBytes(StandardCharsets.UTF_8), headers);
    }
}
