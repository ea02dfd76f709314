package org.poshremote.core.target;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.poshremote.core.codepage.CodePageChoice;

/** Reads a target file token by token, since every complaint names its line and column. */
final class TargetFileReader {
    static final int VERSION = 1;
    private static final long LARGEST = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    private final Path file;
    private final List<TargetProblem> problems = new ArrayList<>();
    private final List<TargetFile.Entry> entries = new ArrayList<>();
    private final Map<String, JsonNode> unknown = new LinkedHashMap<>();

    private TargetFileReader(Path file) {
        this.file = file;
    }

    /** Never fails: what is wrong is in the problems. A missing file is an empty one. */
    static TargetFile read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                return broken(file, "The file is larger than " + LARGEST + " bytes; that is no target file.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new TargetFile(file, List.of(), Map.of(), List.of());
        } catch (IOException e) {
            return broken(file, "The file cannot be read: " + e.getMessage());
        }
        return read(file, bytes);
    }

    static TargetFile read(Path file, byte[] bytes) {
        return new TargetFileReader(file).parse(bytes);
    }

    private static TargetFile broken(Path file, String message) {
        return new TargetFile(file, List.of(), Map.of(),
                List.of(new TargetProblem(file, 0, 0, TargetProblem.Severity.ERROR, message)));
    }

    private TargetFile parse(byte[] bytes) {
        try (JsonParser in = JSON.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                error(in.currentTokenLocation(), "The file holds one object: { \"targets\": [ … ] }.");
            } else {
                file(in);
                if (in.nextToken() != null) {
                    error(in.currentTokenLocation(), "Nothing may follow the closing brace.");
                }
            }
        } catch (JsonProcessingException e) {
            error(e.getLocation(), "This is not JSON: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            error(JsonLocation.NA, "The file cannot be read: " + e.getMessage());
        }
        return new TargetFile(file, entries, unknown, problems);
    }

    private void file(JsonParser in) throws IOException {
        boolean seen = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonLocation at = in.currentTokenLocation();
            in.nextToken();
            switch (name) {
                case "targets" -> {
                    seen = true;
                    targets(in);
                }
                case "version" -> version(in);
                case "$schema" -> unknown.put(name, JSON.readTree(in));
                default -> unknown(in, at, name, unknown);
            }
        }
        if (!seen) {
            error(in.currentTokenLocation(), "The list \"targets\" is missing.");
        }
    }

    private void version(JsonParser in) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || !in.getBigIntegerValue().equals(BigInteger.valueOf(VERSION))) {
            in.skipChildren();
            error(at, "This program knows version " + VERSION + " of target files; this file was written for another.");
        }
    }

    private void targets(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            error(in.currentTokenLocation(), "\"targets\" is a list.");
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation at = in.currentTokenLocation();
            if (in.currentToken() != JsonToken.START_OBJECT) {
                error(at, "A target is an object: { \"host\": … }.");
                in.skipChildren();
            } else {
                target(in, at);
            }
        }
    }

    private void target(JsonParser in, JsonLocation at) throws IOException {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        Target.Builder builder = Target.at("");
        Optional<String> name = Optional.empty();
        Optional<String> host = Optional.empty();
        int before = problems.size();
        JsonLocation nameAt = at;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonLocation fieldAt = in.currentTokenLocation();
            in.nextToken();
            switch (field) {
                case "name" -> {
                    nameAt = in.currentTokenLocation();
                    name = text(in, field);
                }
                case "host" -> host = text(in, field).filter(value -> check(fieldAt, TargetRules.host(value),
                        "\"" + value + "\" is not a host name or address."));
                case "group" -> text(in, field).ifPresent(builder::group);
                case "port" -> number(in, field, 1, 65535).ifPresent(builder::port);
                case "https" -> flag(in, field).ifPresent(builder::https);
                case "path" -> text(in, field).filter(value -> check(fieldAt, TargetRules.path(value),
                        "A path begins with / and has no blanks.")).ifPresent(builder::path);
                case "kind" -> choice(in, field, TargetKind.values(), TargetKind::id).ifPresent(builder::kind);
                case "user" -> text(in, field).ifPresent(builder::user);
                case "authentication" -> choice(in, field, AuthenticationChoice.values(), AuthenticationChoice::id)
                        .ifPresent(builder::authentication);
                case "trust" -> trust(in).ifPresent(builder::trust);
                case "allowUnencrypted" -> flag(in, field).ifPresent(builder::allowUnencrypted);
                case "codePage" -> codePage(in).ifPresent(builder::codePage);
                case "protected" -> flag(in, field).ifPresent(builder::protectedTarget);
                case "notes" -> text(in, field).ifPresent(builder::notes);
                case "proxy" -> parsed(in, field, ProxyChoice::parse).ifPresent(builder::proxy);
                case "jumpHost" -> parsed(in, field, JumpHost::parse).ifPresent(value -> builder.jumpHost(Optional.of(value)));
                case "transport" -> choice(in, field, Transport.values(), Transport::id).ifPresent(builder::transport);
                case "kerberos" -> kerberos(in).ifPresent(builder::kerberos);
                case "clientCertificate" -> certificate(in).ifPresent(value -> builder.certificate(Optional.of(value)));
                case "password" -> {
                    in.skipChildren();
                    error(fieldAt, "A password does not belong into a target file. Remove it here, and change it if this file was shared.");
                }
                default -> unknown(in, fieldAt, field, others);
            }
        }
        if (problems.stream().skip(before).anyMatch(problem -> problem.severity() == TargetProblem.Severity.ERROR)) {
            return;
        }
        if (host.isEmpty()) {
            error(at, "This target has no \"host\".");
            return;
        }
        String chosen = name.filter(value -> !value.isBlank()).orElse(host.get());
        if (entries.stream().anyMatch(entry -> entry.target().name().equalsIgnoreCase(chosen))) {
            error(nameAt, "There is already a target named \"" + chosen + "\" in this file.");
            return;
        }
        entries.add(new TargetFile.Entry(builder.host(host.get()).name(chosen).build(), others));
    }

    private Optional<TrustChoice> trust(JsonParser in) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        JsonNode value = JSON.readTree(in);
        if (value.isTextual() && value.asText().equals("system")) {
            return Optional.of(TrustChoice.SYSTEM);
        }
        if (value.isTextual() && value.asText().equals("none")) {
            return Optional.of(TrustChoice.UNVERIFIED);
        }
        if (value.isObject() && value.size() == 1 && value.path("caFile").isTextual() && !value.path("caFile").asText().isBlank()) {
            return Optional.of(new TrustChoice.CaFile(value.path("caFile").asText()));
        }
        if (value.isObject() && value.size() == 1 && value.path("pinned").isTextual()) {
            try {
                return Optional.of(new TrustChoice.Pinned(value.path("pinned").asText()));
            } catch (IllegalArgumentException e) {
                error(at, e.getMessage());
                return Optional.empty();
            }
        }
        error(at, "\"trust\" is \"system\", \"none\", { \"caFile\": path } or { \"pinned\": SHA-256 }.");
        return Optional.empty();
    }

    private Optional<CertificateChoice> certificate(JsonParser in) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        JsonNode value = JSON.readTree(in);
        boolean file = value.isObject() && value.path("file").isTextual()
                && (value.size() == 1 || value.size() == 2 && value.path("keyFile").isTextual());
        boolean store = value.isObject() && value.size() == 1 && value.path("store").isTextual();
        try {
            if (file) {
                return Optional.of(new CertificateChoice.InFile(value.path("file").asText(), Optional.ofNullable(value.get("keyFile")).map(JsonNode::asText)));
            }
            if (store) {
                return Optional.of(new CertificateChoice.InStore(value.path("store").asText()));
            }
            error(at, "\"clientCertificate\" is { \"file\": path }, { \"file\": path, \"keyFile\": path } or { \"store\": thumbprint }; its password is asked for.");
        } catch (IllegalArgumentException e) {
            error(at, e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<KerberosChoice> kerberos(JsonParser in) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        JsonNode value = JSON.readTree(in);
        if (!value.isObject()) {
            error(at, "\"kerberos\" is an object such as { \"serviceClass\": \"HTTP\" }.");
            return Optional.empty();
        }
        KerberosChoice choice = KerberosChoice.DEFAULT;
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            JsonNode given = property.getValue();
            boolean sound = switch (property.getKey()) {
                case "serviceClass", "serviceHost", "keytab" -> given.isTextual() && !given.asText().isBlank();
                case "portInName", "delegate" -> given.isBoolean();
                default -> false;
            };
            if (!sound) {
                error(at, "\"kerberos\" takes serviceClass, serviceHost and keytab as texts, portInName and delegate as true or false.");
                return Optional.empty();
            }
            try {
                choice = switch (property.getKey()) {
                    case "serviceClass" -> choice.withServiceClass(given.asText());
                    case "serviceHost" -> choice.withServiceHost(Optional.of(given.asText()));
                    case "portInName" -> choice.withPortInName(given.asBoolean());
                    case "delegate" -> choice.withDelegate(given.asBoolean());
                    default -> choice.withKeytab(Optional.of(given.asText()));
                };
            } catch (IllegalArgumentException e) {
                error(at, e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(choice);
    }

    private Optional<CodePageChoice> codePage(JsonParser in) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        if (in.currentToken() == JsonToken.VALUE_STRING && in.getText().equals("automatic")) {
            return Optional.of(CodePageChoice.AUTOMATIC);
        }
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return number(in, "codePage", 1, 65535).map(CodePageChoice::of);
        }
        in.skipChildren();
        error(at, "\"codePage\" is \"automatic\" or a number such as 65001.");
        return Optional.empty();
    }

    private Optional<String> text(JsonParser in, String field) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(in.getText());
        }
        wrong(in, field, "a text");
        return Optional.empty();
    }

    private <T> Optional<T> parsed(JsonParser in, String field, Function<String, T> reading) throws IOException {
        JsonLocation at = in.currentTokenLocation();
        Optional<String> text = text(in, field);
        try {
            return text.map(reading);
        } catch (IllegalArgumentException e) {
            error(at, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Boolean> flag(JsonParser in, String field) throws IOException {
        if (in.currentToken().isBoolean()) {
            return Optional.of(in.getBooleanValue());
        }
        wrong(in, field, "true or false");
        return Optional.empty();
    }

    private Optional<Integer> number(JsonParser in, String field, int least, int most) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT && in.getText().length() < 10
                && in.getIntValue() >= least && in.getIntValue() <= most) {
            return Optional.of(in.getIntValue());
        }
        wrong(in, field, "a number from " + least + " to " + most);
        return Optional.empty();
    }

    private <T> Optional<T> choice(JsonParser in, String field, T[] values, Function<T, String> id)
            throws IOException {
        List<String> names = new ArrayList<>();
        for (T value : values) {
            if (in.currentToken() == JsonToken.VALUE_STRING && id.apply(value).equals(in.getText())) {
                return Optional.of(value);
            }
            names.add(id.apply(value));
        }
        wrong(in, field, "one of " + String.join(", ", names));
        return Optional.empty();
    }

    private void wrong(JsonParser in, String field, String expected) throws IOException {
        error(in.currentTokenLocation(), "\"" + field + "\" is " + expected + ".");
        in.skipChildren();
    }

    private void unknown(JsonParser in, JsonLocation at, String name, Map<String, JsonNode> into) throws IOException {
        into.put(name, JSON.readTree(in));
        if (!name.startsWith("//")) {
            problems.add(new TargetProblem(file, at.getLineNr(), at.getColumnNr(), TargetProblem.Severity.WARNING,
                    "This version does not know the property \"" + printable(name) + "\"; it has no effect and is kept."));
        }
    }

    private boolean check(JsonLocation at, boolean good, String message) {
        if (!good) {
            error(at, message);
        }
        return good;
    }

    private void error(JsonLocation at, String message) {
        boolean known = at != null && at.getLineNr() > 0;
        problems.add(new TargetProblem(file, known ? at.getLineNr() : 0, known ? at.getColumnNr() : 0,
                TargetProblem.Severity.ERROR, printable(message)));
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 300 ? clean.substring(0, 300) + "…" : clean;
    }
}
