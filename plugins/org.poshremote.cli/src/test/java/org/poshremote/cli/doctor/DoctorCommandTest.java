package org.poshremote.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Session;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.FaultPlan;
import org.poshremote.demo.InjectedFault;
import org.poshremote.demo.NamedFault;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;

/** The doctor as a person at a terminal calls it. */
class DoctorCommandTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
        session.demoPrograms = CommandShell::new;
    }

    private int closedPort() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void saysThatNothingIsWrong() {
        assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--on", "demo"), session.err());
        assertTrue(session.out().contains("Nothing is wrong"), session.out());
        assertTrue(session.out().contains("PowerShell 5.1"), session.out());
    }

    @Test
    void namesTheCauseAndWhatToDo() throws IOException {
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--host", "127.0.0.1", "--port", Integer.toString(closedPort())));
        assertTrue(session.out().contains("PR-PORT-REFUSED") && session.out().contains("Enable-PSRemoting -Force"), session.out());
        assertTrue(session.out().indexOf("FAILED") < session.out().indexOf("Cause ("), "steps first, then the cause");
    }

    @Test
    void saysWhatIsDifferentSinceTheNodeCouldBeReached() throws IOException {
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")))) {
            session.environment.put("POSHREMOTE_PASSWORD", node.usePassword(String::new));
            String[] doctor = {"doctor", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", ".\\demo", "--auth", "ntlm"};
            assertEquals(ExitCodes.SUCCESS, session.call(doctor), session.out());
            node.inject(FaultPlan.every("Create", 1, new InjectedFault.Soap(2150859173L)));
            assertEquals(ExitCodes.UNAVAILABLE, session.call(doctor), session.out());
            assertTrue(session.out().contains("Different since ") && session.out().contains("  Shell: ok then, FAILED now"), session.out());
            assertTrue(session.out().contains("    now   code = 2150859173"), session.out());
            assertFalse(Files.readString(folder.resolve("config").resolve("diagnoses.json")).contains(node.usePassword(String::new)));
        }
    }

    @Test
    void aRefusedSignInHasAStatusOfItsOwn() throws IOException {
        session.environment.put("POSHREMOTE_PASSWORD", "not the one");
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")))) {
            assertEquals(ExitCodes.NO_PERMISSION, session.call("doctor", "--host", node.host(), "--port", Integer.toString(node.port()), "--user", "Administrator",
                "--auth", "ntlm"), session.out());
            assertTrue(session.out().contains("PR-PASSWORD"), session.out());
            assertFalse((session.out() + session.err()).contains("not the one"));
        }
    }

    @Test
    void withoutAnAccountTheWayToTheServiceIsLookedAt() throws IOException {
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")))) {
            assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--host", node.host(), "--port", Integer.toString(node.port())), session.out());
            assertTrue(session.out().contains("add --user"), session.out());
            assertTrue(node.requestLog().entries().stream().allMatch(entry -> entry.scheme().isEmpty()));
        }
    }

    @Test
    void jsonHasAStepALineAndTheConclusionLast() throws IOException {
        assertEquals(ExitCodes.UNAVAILABLE, session.call("doctor", "--host", "127.0.0.1", "--port", Integer.toString(closedPort()), "--json"));
        List<String> lines = session.out().lines().toList();
        ObjectMapper json = new ObjectMapper();
        for (String line : lines.subList(0, lines.size() - 1)) {
            assertEquals("step", json.readTree(line).path("event").asText());
        }
        JsonNode end = json.readTree(lines.get(lines.size() - 1));
        assertEquals("failed", end.path("outcome").asText());
        assertEquals("PR-PORT-REFUSED", end.path("causes").path(0).path("code").asText());
        assertTrue(end.path("causes").path(0).path("remedies").path(0).path("script").asText().contains("Enable-PSRemoting"));
        assertEquals("", session.err());
    }

    @Test
    void writesAReportThatCanBeGivenAway() throws IOException {
        session.call("doctor", "--host", "127.0.0.1", "--port", Integer.toString(closedPort()), "--user", "CORP\\olga", "--password-stdin", "--report", "r.md", "--redact");
        session.typing("geheim\n");
        int port = closedPort();
        session.call("doctor", "--host", "127.0.0.1", "--port", Integer.toString(port), "--user", "CORP\\olga", "--password-stdin", "--report", "r.md", "--redact");
        String report = Files.readString(folder.resolve("r.md"));
        assertTrue(report.contains("PR-PORT-REFUSED"), report);
        for (String name : List.of("olga", "CORP", "127.0.0.1", "geheim")) {
            assertFalse(report.contains(name), name);
        }
        assertEquals(ExitCodes.USAGE, session.call("doctor", "--host", "127.0.0.1", "--redact"));
    }

    @Test
    void explainsAnErrorFromElsewhere() {
        assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--explain", "2150859113"));
        assertTrue(session.out().contains("PR-PUBLIC-NETWORK"), session.out());
        session.typing("FEHLER: 0x80338126 Zeit");
        assertEquals(ExitCodes.SUCCESS, session.call("doctor", "--explain", "-"));
        assertTrue(session.out().contains("PR-FIREWALL"), session.out());
        assertEquals(ExitCodes.FAILURE, session.call("doctor", "--explain", "it does not work"));
        assertEquals("", session.out());
        assertTrue(session.err().contains("poshremote doctor --host"), session.err());
    }

    @Test
    void theFaultsOfTheDemoNodeAreListed() {
        assertEquals(ExitCodes.SUCCESS, session.call("demo", "--list-faults"));
        assertEquals(NamedFault.all().size(), session.out().lines().count());
        assertEquals(ExitCodes.USAGE, session.call("demo", "--fault", "no-such-fault"));
        assertTrue(session.err().contains("--list-faults"), session.err());
    }
}
