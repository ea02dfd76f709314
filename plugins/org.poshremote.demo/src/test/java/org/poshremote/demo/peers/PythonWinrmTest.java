package org.poshremote.demo.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.TestPrograms;
import org.poshremote.demo.personality.Personality;
import org.poshremote.testing.Peers;

/** python3-winrm, a client that others wrote, takes the demo node for a Windows node. */
class PythonWinrmTest {
    @Test
    void itRunsCommands(@TempDir Path folder) throws IOException {
        Optional<String> python = Peer.find("python3", "-c", "import winrm");
        Peers.require(python.isPresent(), "python3-winrm");
        TestPrograms programs = new TestPrograms();
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), programs));
                DemoNode sealed = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), programs)
                        .withAllowUnencrypted(false).withoutBasic());
                DemoNode nano = DemoNode.start(DemoNodeSettings.of(Personality.named("nano-tp3"), programs))) {
            Path sealedCa = Files.writeString(folder.resolve("sealed.pem"), sealed.certificatePem());
            Path ca = Files.writeString(folder.resolve("node.pem"), node.certificatePem());
            Path openssl = Files.writeString(folder.resolve("openssl.cnf"), """
                    openssl_conf = all
                    [all]
                    providers = providers
                    [providers]
                    default = on
                    legacy = on
                    [on]
                    activate = 1
                    """);
            Path script = folder.resolve("python_winrm.py");
            try (InputStream in = getClass().getResourceAsStream("python_winrm.py")) {
                Files.copy(in, script);
            }
            String given = new ObjectMapper().writeValueAsString(Map.ofEntries(Map.entry("openssl", openssl.toString()), Map.entry("endpoint", "http://127.0.0.1:" + node.port() + "/wsman"),
                    Map.entry("secure", "https://localhost:" + node.httpsPort() + "/wsman"), Map.entry("ca", ca.toString()),
                    Map.entry("user", node.user()), Map.entry("password", node.<String>usePassword(String::new)),
                    Map.entry("nano", "http://127.0.0.1:" + nano.port() + "/wsman"), Map.entry("nano_password", nano.<String>usePassword(String::new)),
                    Map.entry("sealed", "http://127.0.0.1:" + sealed.port() + "/wsman"), Map.entry("sealed_ca", sealedCa.toString()),
                    Map.entry("sealed_secure", "https://localhost:" + sealed.httpsPort() + "/wsman"),
                    Map.entry("sealed_password", sealed.<String>usePassword(String::new))));
            Peer.Ended ended = Peer.run(given, List.of(python.get(), script.toString()));
            assertEquals(0, ended.exitCode(), ended.err());
            judge(new ObjectMapper().readTree(ended.out()));
            assertEquals(0, node.openShells());
            assertEquals(0, nano.openShells());
            assertEquals(0, sealed.openShells());
            assertEquals(List.of("Create", "Command", "Receive", "Signal", "Delete"), node.requestLog().operations().subList(0, 5));
            assertFalse(ended.err().contains("Traceback"), ended.err());
        }
    }

    private static void judge(JsonNode seen) {
        ended(seen, "session", "one two\r\n", "", 0);
        ended(seen, "error", "", "to stderr\r\n", 0);
        ended(seen, "exit", "", "", 3010);
        ended(seen, "unsigned", "", "", 3221225477L);
        ended(seen, "environment", "Grüße 日本 C:\\Temp 65001", "", 0);
        ended(seen, "unicode", "äöü ☃ 𝄞\r\n", "", 0);
        ended(seen, "unknown", "", "'nonsense' is not recognized\r\n", 1);
        ended(seen, "quiet", "at last\r\n", "", 0);
        ended(seen, "https", "safe\r\n", "", 0);
        ended(seen, "ntlm", "äöü sealed\r\n", "", 0);
        ended(seen, "ntlm_https", "bound\r\n", "", 0);
        assertEquals(TestPrograms.floodSum(300_000), seen.path("ntlm_flood").path("sum").asInt());
        says(seen, "ntlm_wrong_password", "rejected");
        assertEquals(2_000_000, seen.path("flood").path("bytes").asInt());
        assertEquals(TestPrograms.floodSum(2_000_000), seen.path("flood").path("sum").asInt());
        says(seen, "no_such_command", "'wsmanfault_code': '2150858843'", "w:InvalidSelectors", "500");
        says(seen, "no_such_shell", "'wsmanfault_code': '2150858843'");
        says(seen, "wrong_password", "rejected");
        says(seen, "nano_437", "'wsmanfault_code': '2150859072'", "cannot set Code Page");
        assertTrue(seen.path("nano_65001").asBoolean());
    }

    private static void ended(JsonNode seen, String name, String out, String err, long code) {
        assertEquals(out, seen.path(name).path("out").asText(), name);
        assertEquals(err, seen.path(name).path("err").asText(), name);
        assertEquals(code, seen.path(name).path("code").asLong(-1), name);
    }

    private static void says(JsonNode seen, String name, String... parts) {
        for (String part : parts) {
            assertTrue(seen.path(name).asText().contains(part), name + ": " + seen.path(name));
        }
    }
}
