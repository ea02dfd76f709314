package org.poshremote.demo.personality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.poshremote.demo.auth.ChannelBindingCheck;

/**
 * One kind of machine.
 *
 * @param title    one line for people
 * @param server   how its WinRM service behaves
 * @param document the whole of the data: the part {@code machine} is for the machine model
 */
public record Personality(String name, String title, ServerBehaviour server, JsonNode document) {
    private static final List<String> NAMES = List.of("windows-server-2022", "windows-server-2012r2", "windows-7-powershell-2", "nano-tp3", "slow",
            "flaky");

    public static List<String> names() {
        return NAMES;
    }

    /** @throws IllegalArgumentException with a text for people when there is no such personality */
    public static Personality named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("There is no personality \"" + name + "\". There are: " + String.join(", ", NAMES) + ".");
        }
        try (InputStream in = Personality.class.getResourceAsStream("/org/poshremote/demo/personalities/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no data for personality " + name);
            }
            JsonNode document = new ObjectMapper().readTree(in);
            return new Personality(name, document.required("title").asText(), server(document.required("server")), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Personality withServer(ServerBehaviour other) {
        return new Personality(name, title, other, document);
    }

    private static ServerBehaviour server(JsonNode s) {
        Set<Integer> pages = new HashSet<>();
        s.required("codePages").forEach(p -> pages.add(p.asInt()));
        List<FaultRule> faults = StreamSupport.stream(s.required("faults").spliterator(), false)
                .map(f -> new FaultRule(f.required("every").asInt(), f.path("operation").asText(""), f.required("fault").asText(),
                        Duration.ofMillis(f.path("milliseconds").asLong())))
                .toList();
        return new ServerBehaviour(s.required("productVersion").asText(), s.required("maxEnvelopeSizekb").asInt(),
                Duration.ofMillis(s.required("maxTimeoutms").asLong()), s.required("maxShellsPerUser").asInt(),
                s.required("maxProcessesPerShell").asInt(), s.required("maxConcurrentOperationsPerUser").asInt(),
                Duration.ofMillis(s.required("idleTimeoutms").asLong()), Duration.ofMillis(s.required("minIdleTimeoutms").asLong()),
                s.required("allowUnencrypted").asBoolean(), s.required("defaultCodePage").asInt(), Set.copyOf(pages), faults, s.required("activityId").asBoolean(),
                signIn(s.required("signIn")));
    }

    private static SignInOffers signIn(JsonNode s) {
        return new SignInOffers(s.required("basic").asBoolean(), s.required("negotiate").asBoolean(),
                ChannelBindingCheck.valueOf(s.required("cbtHardeningLevel").asText().toUpperCase(Locale.ROOT)), s.path("credssp").asBoolean());
    }
}
