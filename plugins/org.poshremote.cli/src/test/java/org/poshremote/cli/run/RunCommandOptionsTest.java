package org.poshremote.cli.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.KerberosChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.Secret;

/** What each option of {@code run} comes to. */
class RunCommandOptionsTest {
    private static final String[] HOST = {"--host", "node", "--https", "--user", "u"};

    @TempDir
    private Path folder;
    private Session session;
    private RunRequest seen;
    private String password;

    @BeforeEach
    void prepare() throws IOException {
        session = new Session(folder);
        session.environment.put("POSHREMOTE_PASSWORD", "from the environment");
        session.file("a.ps1", "'a'");
        session.runner = (request, credentials, events, context) -> {
            seen = request;
            password = secret(credentials, request.target());
            return ended();
        };
    }

    private static String secret(CredentialSource credentials, Target target) {
        return credentials.password(target).map(secret -> {
            try (Secret own = secret) {
                return own.use(String::new);
            }
        }).orElse(null);
    }

    private static Runner.Going ended() {
        return new Runner.Going() {
            @Override
            public void cancel() {
            }

            @Override
            public RunOutcome await() {
                return new RunOutcome(Optional.of(new ExitStatus(0, Optional.empty(), Optional.empty(), true)), Optional.empty(), Optional.empty(), 6, Duration.ZERO);
            }

            @Override
            public void close() {
            }
        };
    }

    private RunRequest request(String... more) {
        seen = null;
        int status = session.call(all(more));
        assertEquals(0, status, session.err());
        return seen;
    }

    private static String[] all(String... more) {
        return java.util.stream.Stream.of(new String[] {"run", "a.ps1"}, HOST, more).flatMap(java.util.stream.Stream::of).toArray(String[]::new);
    }

    private void refused(int status, String says, String... arguments) {
        seen = null;
        assertEquals(status, session.call(arguments), session.err());
        assertTrue(session.err().contains(says), session.err());
        assertNull(seen);
    }

    @Test
    void defaults() {
        RunRequest request = request();
        assertEquals("'a'", request.script().text());
        assertEquals("https://node:5986/wsman", request.target().address());
        assertEquals(AuthenticationChoice.AUTOMATIC, request.target().authentication());
        assertEquals(List.of(), request.arguments());
        assertEquals(StandardInput.NONE, request.stdin());
        assertEquals(PowerShellHost.POWERSHELL, request.shell());
        assertEquals(ClrHost.DEFAULT, request.clr());
        assertFalse(request.clrForced());
        assertFalse(request.profileScripts());
        assertEquals(Timeouts.NONE, request.timeouts());
        assertEquals("from the environment", password);
    }

    @Test
    void ofTheConnection() {
        Target target = request("--port", "8443", "--path", "/other", "--auth", "basic", "--ca", "ca.pem", "--kind", "nano-tp3", "--code-page", "437").target();
        assertEquals("https://node:8443/other", target.address());
        assertEquals(AuthenticationChoice.BASIC, target.authentication());
        assertEquals(new TrustChoice.CaFile(java.nio.file.Path.of("ca.pem").toAbsolutePath().toString()), target.trust());
        assertEquals(TargetKind.NANO_TP3, target.kind());
        assertEquals(CodePageChoice.of(437), seen.codePage());
        assertEquals(0, session.call("run", "a.ps1", "--host", "node", "--user", "u", "--allow-unencrypted"));
        assertTrue(seen.target().allowUnencrypted());
        assertEquals(5985, seen.target().port());
    }

    @Test
    void ofKerberos() throws IOException {
        Target target = request("--auth", "kerberos", "--spn-class", "HTTP", "--spn-host", "node.example", "--spn-port", "--delegate").target();
        assertEquals(AuthenticationChoice.KERBEROS, target.authentication());
        assertEquals(new KerberosChoice("HTTP", Optional.of("node.example"), true, true, Optional.empty()), target.kerberos());
        assertEquals("from the environment", password);
        String keytab = folder.resolve("u.keytab").toString();
        assertEquals(Optional.of(keytab), request("--auth", "kerberos", "--keytab", keytab).target().kerberos().keytab());
        assertNull(password, "nobody is asked for one");
        refused(ExitCodes.USAGE, "a b", all("--auth", "kerberos", "--spn-class", "a b"));
    }

    @Test
    void krb5ConfIsChosenByOptionOrEnvironment() throws IOException {
        String property = "java.security.krb5.conf";
        String before = System.getProperty(property);
        try {
            System.clearProperty(property);
            request();
            assertNull(System.getProperty(property));
            String file = folder.resolve(session.file("krb5.conf", "")).toString();
            session.environment.put("KRB5_CONFIG", file);
            request();
            assertEquals(file, System.getProperty(property));
            request("--krb5-conf", "/etc/other.conf");
            assertEquals(Path.of("/etc/other.conf").toAbsolutePath().toString(), System.getProperty(property));
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    @Test
    void ofTheRun() throws IOException {
        session.file("input.txt", "x");
        RunRequest request = request("--shell", "pwsh", "--clr", "4", "--clr-force", "--profile-scripts", "--env", "A=b=c", "--env", "E=",
            "--working-folder", "C:\\work", "--stdin", "input.txt", "--timeout", "10m", "--silence-timeout", "90", "--accept-exit", "3010,1641",
            "--accept-exit", "-1");
        assertEquals(PowerShellHost.PWSH, request.shell());
        assertEquals(ClrHost.CLR4, request.clr());
        assertTrue(request.clrForced());
        assertTrue(request.profileScripts());
        assertEquals(Map.of("A", "b=c", "E", ""), request.environment());
        assertEquals(Optional.of("C:\\work"), request.workingFolder());
        assertEquals(new StandardInput.File(folder.resolve("input.txt")), request.stdin());
        assertEquals(new Timeouts(Optional.of(Duration.ofSeconds(90)), Optional.of(Duration.ofMinutes(10))), request.timeouts());
        assertEquals(Set.of(3010L, 1641L, 0xFFFFFFFFL), request.acceptedExitCodes());
    }

    @Test
    void argumentsOfTheScriptAreLeftAsTheyAre() {
        List<String> given = List.of("-Name", "it's", "-Force:$false", "@file", "${user.name}", "%s", "--on", "--", "", "\"q\"", "-1");
        List<String> line = new java.util.ArrayList<>(List.of("--"));
        line.addAll(given);
        assertEquals(given, request(line.toArray(String[]::new)).arguments());
    }

    @Test
    void scriptAndInputFromStandardInput() throws IOException {
        session.typing("\uFEFF'über'");
        assertEquals(0, session.call("run", "-", "--host", "node", "--https", "--user", "u"), session.err());
        assertEquals("'über'", seen.script().text());
        session.typing("data");
        assertArrayEquals("data".getBytes(), request("--stdin", "-").stdin().open().readAllBytes());
    }

    @Test
    void thePasswordIsTheFirstLineAndTheRestIsTheScript() {
        session.typing("pässword\r\n'a'\r\n'b'");
        assertEquals(0, session.call("run", "-", "--host", "node", "--https", "--user", "u", "--password-stdin"), session.err());
        assertEquals("pässword", password);
        assertEquals("'a'\r\n'b'", seen.script().text());
    }

    @Test
    void theScriptIsReadAsThePlatformReadsIt() throws IOException {
        Files.write(folder.resolve("utf16.ps1"), "\uFEFF'日本'".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertEquals(0, session.call("run", "utf16.ps1", "--host", "node", "--https", "--user", "u"));
        assertEquals("'日本'", seen.script().text());
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        refused(ExitCodes.DATA, "there is no such file", "run", "b.ps1", "--host", "node", "--https", "--user", "u");
        Files.createDirectory(folder.resolve("folder"));
        refused(ExitCodes.DATA, "it is a folder", "run", "folder", "--host", "node", "--https", "--user", "u");
        refused(ExitCodes.DATA, "the standard input none.txt cannot be read", all("--stdin", "none.txt"));
    }

    @Test
    void wrongUsageIsSaidInWords() {
        refused(ExitCodes.USAGE, "say where to run", "run", "a.ps1");
        refused(ExitCodes.USAGE, "give one of them", all("--on", "x"));
        refused(ExitCodes.USAGE, "there is no target named \"x\"", "run", "a.ps1", "--on", "x");
        refused(ExitCodes.USAGE, "give one of powershell, pwsh, cmd", all("--shell", "bash"));
        refused(ExitCodes.USAGE, "give one of default, auto, 4", all("--clr", "2"));
        refused(ExitCodes.USAGE, "come after --", all("-Name", "x"));
        refused(ExitCodes.USAGE, "exclude each other", all("--json", "--raw"));
        refused(ExitCodes.USAGE, "needs a file", "run", "-", "--stdin", "-", "--host", "node", "--https", "--user", "u");
        refused(ExitCodes.USAGE, "is no exit code", all("--accept-exit", "x"));
        refused(ExitCodes.USAGE, "not a duration", all("--timeout", "soon"));
        refused(ExitCodes.USAGE, "from 1 to 65535", all("--port", "70000"));
        refused(ExitCodes.USAGE, "not a host name", "run", "a.ps1", "--host", "a b", "--user", "u");
        refused(ExitCodes.USAGE, "There is no personality", "run", "a.ps1", "--on", "demo:windows-95");
        refused(ExitCodes.USAGE, "--env takes NAME=VALUE", all("--env", "hunter2"));
        assertFalse(session.err().contains("hunter2"));
    }

    @Test
    void withoutPasswordNothingBegins() {
        session.environment.clear();
        refused(ExitCodes.USAGE, "POSHREMOTE_PASSWORD", all());
    }

    @Test
    void aProtectedTargetIsAskedForByName() {
        assertEquals(0, session.call("targets", "add", "Prod", "--host", "node", "--https", "--user", "u", "--protected"), session.err());
        refused(ExitCodes.USAGE, "--yes", "run", "a.ps1", "--on", "prod");
        assertEquals(0, session.call("run", "a.ps1", "--on", "prod", "--yes"), session.err());
        assertTrue(seen.confirmed());
        session.asTerminal = true;
        session.typing("y\n");
        refused(ExitCodes.USAGE, "Type its name", "run", "a.ps1", "--on", "prod");
        session.typing("prod\n");
        seen = null;
        assertEquals(0, session.call("run", "a.ps1", "--on", "prod"), session.err());
        assertTrue(seen.confirmed());
    }

    @Test
    void whatAProjectsFileRisksIsShownAndNotDone() throws IOException {
        session.file(".poshremote/targets.json", """
            {"version": 1, "targets": [{"name": "lab", "host": "node", "user": "u", "allowUnencrypted": true}]}""");
        refused(ExitCodes.USAGE, "allowUnencrypted = true", "run", "a.ps1", "--on", "lab");
        assertTrue(session.err().contains("targets confirm \"lab\""), session.err());
        assertEquals(0, session.call("targets", "confirm", "lab"), session.err());
        assertEquals(0, session.call("run", "a.ps1", "--on", "lab"), session.err());
        assertTrue(seen.target().allowUnencrypted());
    }

    @Test
    void optionsReplaceWhatTheTargetSays() {
        assertEquals(0, session.call("targets", "add", "web", "--host", "node", "--https", "--user", "u"), session.err());
        assertEquals(0, session.call("run", "a.ps1", "--on", "WEB", "--user", "other", "--code-page", "850"), session.err());
        assertEquals("other", seen.target().user());
        assertEquals(CodePageChoice.of(850), seen.codePage());
        assertEquals("web", seen.target().name());
    }

    @Test
    void aSavedTargetNamedDemoComesFirst() {
        assertEquals(0, session.call("targets", "add", "demo", "--host", "own", "--https", "--user", "u"), session.err());
        assertEquals(0, session.call("run", "a.ps1", "--on", "demo"), session.err());
        assertEquals("own", seen.target().host());
    }
}
