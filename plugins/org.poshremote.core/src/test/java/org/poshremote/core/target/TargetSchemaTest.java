package org.poshremote.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The published schema and the reader agree on what a target file is. */
class TargetSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Target.class.getResourceAsStream("targets.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }

    private static boolean reads(JsonNode file) throws IOException {
        return TargetFileReader.read(Path.of("x.json"), JSON.writeValueAsBytes(file)).errors().isEmpty();
    }

    private static void agree(JsonSchema schema, JsonNode file) throws IOException {
        TargetFile read = TargetFileReader.read(Path.of("x.json"), JSON.writeValueAsBytes(file));
        assertEquals(schema.validate(file).isEmpty(), read.errors().isEmpty(),
                () -> file + "\nschema: " + schema.validate(file) + "\nreader: " + read.errors());
    }

    @Test
    void onExamples() throws IOException {
        JsonSchema schema = schema();
        for (String text : List.of("{}", "[]", "1", "{\"targets\":{}}", "{\"targets\":[]}", "{\"targets\":[1]}", "{\"targets\":[{}]}",
                "{\"version\":1,\"targets\":[]}", "{\"version\":2,\"targets\":[]}", "{\"targets\":[{\"host\":\"a\"}]}",
                "{\"targets\":[{\"host\":\"\"}]}", "{\"targets\":[{\"host\":\"a b\"}]}", "{\"targets\":[{\"host\":\"a/b\"}]}",
                "{\"targets\":[{\"host\":\"fe80::1%eth0\"}]}", "{\"targets\":[{\"host\":\"[::1]\"}]}", "{\"targets\":[{\"host\":\"bücher.example\"}]}",
                "{\"targets\":[{\"host\":\"a\",\"password\":\"x\"}]}", "{\"targets\":[{\"host\":\"a\",\"colour\":1}]}")) {
            agree(schema, JSON.readTree(text));
        }
    }

    @Test
    void onFilesPutTogetherAtRandom() throws IOException {
        JsonSchema schema = schema();
        Random random = new Random(2020);
        String[] values = {"\"a\"", "\"\"", "1", "0", "65535", "65536", "-1", "1.5", "true", "false", "null", "[]", "{}", "\"automatic\"",
                "\"windows\"", "\"nano-tp3\"", "\"basic\"", "\"BASIC\"", "\"system\"", "\"none\"", "\"/wsman\"", "\"wsman\"", "\"/a b\"",
                "{\"caFile\":\"x\"}", "{\"caFile\":\"\"}", "{\"caFile\":\"x\",\"pinned\":\"y\"}", "{\"pinned\":\"" + "0a".repeat(32) + "\"}",
                "{\"pinned\":\"" + "0A:".repeat(32) + "\"}", "{\"pinned\":\"zz\"}", "99999999999",
                "{\"serviceClass\":\"HTTP\",\"delegate\":true}", "{\"serviceClass\":\"a b\"}", "{\"serviceHost\":\"n.example\",\"keytab\":\"k\"}",
                "{\"serviceHost\":\"\"}", "{\"portInName\":1}", "{\"keytab\":\"\"}", "{\"more\":1}",
                "\"http://proxy:3128\"", "\"http://user%40corp@proxy.example/\"", "\"http://user:secret@proxy\"", "\"http://proxy:65536\"", "\"http://[::1]:8080\"",
                "\"socks5://proxy\"", "\"https://proxy\"", "\"http://proxy/path\"", "\"me@jump:22\"", "\"D\\\\me@jump.example\"", "\"me@[::1]\"", "\"me@jump:0\"",
                "\"@jump\"", "\"me@\"", "\"ssh\"", "\"winrm\"", "\"auto\""};
        String[] names = {"host", "group", "port", "https", "path", "kind", "user", "authentication", "trust", "allowUnencrypted", "codePage",
                "protected", "notes", "proxy", "proxy", "jumpHost", "jumpHost", "transport", "kerberos", "kerberos", "name", "other"};
        int good = 0;
        for (int i = 0; i < 5000; i++) {
            ObjectNode file = JSON.createObjectNode();
            ArrayNode targets = file.putArray("targets");
            ObjectNode target = targets.addObject();
            target.put("host", "node");
            for (int n = random.nextInt(3); n >= 0; n--) {
                target.set(names[random.nextInt(names.length)], JSON.readTree(values[random.nextInt(values.length)]));
            }
            agree(schema, file);
            good += reads(file) ? 1 : 0;
        }
        assertTrue(good > 300 && good < 4700, "both kinds were tried: " + good);
    }

    @Test
    void whatIsWrittenIsValid() throws IOException {
        TargetFile file = new TargetFile(Path.of("x"), List.of(new TargetFile.Entry(Target.at("node").https(true)
                .trust(new TrustChoice.CaFile("ca.pem")).build(), java.util.Map.of())), java.util.Map.of(), List.of());
        assertTrue(schema().validate(JSON.readTree(TargetFileWriter.write(file))).isEmpty());
    }

    @Test
    void foreignBytesAreReportedNotThrown() {
        Random random = new Random(3);
        byte[] sound = "{\"version\":1,\"targets\":[{\"host\":\"a\",\"trust\":{\"caFile\":\"x\"},\"codePage\":850}]}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = sound.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0".charAt(random.nextInt(8)));
            }
            TargetFileReader.read(Path.of("x"), bytes);
        }
        TargetFileReader.read(Path.of("x"), "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        TargetFileReader.read(Path.of("x"), new byte[0]);
    }
}
