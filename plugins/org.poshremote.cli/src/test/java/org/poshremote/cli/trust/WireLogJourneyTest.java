package org.poshremote.cli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.auth.CertificateMapping;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;

/** A run by every scheme, over HTTP and HTTPS, with its wire log: no secret is in it, and no script unless asked for. */
@Timeout(120)
class WireLogJourneyTest {
    private static final String IN_THE_SCRIPT = "Zq7-script-text";
    private static final String ARGUMENT = "Zq7-argument";
    private static final String VARIABLE = "Zq7-variable";
    private static final String INPUT = "Zq7-input";
    @TempDir
    private Path folder;
    private Session session;
    private DemoNode node;
    private ClientKey alice;
    private String password;

    @BeforeEach
    void start() throws Exception {
        alice = ClientKey.make(folder, "alice", "extendedKeyUsage=clientAuth");
        Personality personality = Personality.named("windows-server-2022");
        node = DemoNode.start(DemoNodeSettings.of(personality, new CommandShell(personality)).withAllowUnencrypted(true)
            .withSignIn(personality.server().signIn().withCredSsp(true)).withCertificates(new CertificateMapping(alice.x509(), Optional.empty())));
        password = node.usePassword(String::new);
        session = new Session(folder);
        session.file("run.ps1", "param($a)\nWrite-Output '" + IN_THE_SCRIPT + "'\nWrite-Output 'output-of-it'\nWrite-Output 'typed by mistake: " + password + "'\n");
        session.file("input.txt", INPUT + "\n");
        session.environment.put("POSHREMOTE_PASSWORD", password);
        session.environment.put("POSHREMOTE_KEY_PASSWORD", ClientKey.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    private String run(String how, String... more) throws Exception {
        List<String> call = new ArrayList<>(List.of("run", "run.ps1", "--host", node.host(), "--env", "TOKEN=" + VARIABLE, "--stdin", "input.txt", "--wire-log", "wire.log"));
        if (how.startsWith("https")) {
            call.addAll(List.of("--https", "--no-verify", "--port", String.valueOf(node.httpsPort())));
        } else {
            call.addAll(List.of("--port", String.valueOf(node.port())));
        }
        String scheme = how.substring(how.indexOf(' ') + 1);
        call.addAll(List.of("--auth", scheme));
        call.addAll(scheme.equals("certificate") ? List.of("--certificate", alice.pkcs12().toString()) : List.of("--user", "demo"));
        if (scheme.equals("basic")) {
            call.add("--allow-unencrypted");
        }
        call.addAll(Arrays.asList(more));
        call.addAll(List.of("--", ARGUMENT));
        assertEquals(0, session.call(call.toArray(String[]::new)), session.err());
        assertTrue(session.out().contains(IN_THE_SCRIPT), session.out());
        return Files.readString(folder.resolve("wire.log"));
    }

    private void without(String secret, String log) {
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = secret.getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(utf8, utf16)) {
            for (int shift = 0; shift < 3; shift++) { // Base64 of a text depends on where it begins
                byte[] shifted = new byte[bytes.length + shift];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String base64 = Base64.getEncoder().encodeToString(shifted);
                String core = base64.substring(shift == 0 ? 0 : 4, base64.length() - 4);
                assertFalse(log.contains(core), secret + " as Base64 in " + log);
            }
        }
        assertFalse(log.contains(secret), secret + " in " + log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http basic", "http ntlm", "http negotiate", "http credssp", "http automatic", "https basic", "https ntlm", "https credssp", "https certificate"})
    void hiddenHasTheProtocolAlone(String how) throws Exception {
        String log = run(how);
        for (String never : List.of(password, ClientKey.PASSWORD, IN_THE_SCRIPT, ARGUMENT, VARIABLE, INPUT, "output-of-it", "Authorization", "param(")) {
            without(never, log);
        }
        for (String operation : List.of("> Create", "> Command", "> Send", "> Receive", "> Delete", "< HTTP 200", "<rsp:ExitCode>0</rsp:ExitCode>")) {
            assertTrue(log.contains(operation), operation + " is missing in " + log);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http basic", "http ntlm", "http credssp", "https certificate"})
    void withContentStillNoPassword(String how) throws Exception {
        String log = run(how, "--wire-log-content");
        if (!how.endsWith("certificate")) { // otherwise it is no secret of the sign-in, but a text of the script
            without(password, log);
        }
        without(ClientKey.PASSWORD, log);
        assertTrue(log.contains(IN_THE_SCRIPT) && log.contains(VARIABLE) && log.contains("output-of-it"), log);
        assertTrue(how.endsWith("certificate") || log.contains("typed by mistake: (secret)"), log);
    }

    @Test
    void mistakesInItsOptions() throws Exception {
        assertEquals(ExitCodes.USAGE, session.call("run", "run.ps1", "--on", "demo", "--wire-log-content"));
        assertEquals(ExitCodes.DATA, session.call("run", "run.ps1", "--on", "demo", "--wire-log", "no/such/folder/wire.log"));
        assertTrue(session.err().contains("cannot be written"), session.err());
    }
}
