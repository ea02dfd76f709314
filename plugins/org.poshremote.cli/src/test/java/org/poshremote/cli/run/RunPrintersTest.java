package org.poshremote.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.Position;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;

class RunPrintersTest {
    private static final String RED = "\u001b[31m";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aPipeGetsTheScriptsOutputAndNothingElse() {
        RunPrinter printer = new RunPrinter(Terminal.into(out, err, false), false);
        everyEvent().forEach(printer);
        printer.end(outcome());
        assertEquals("Grüße\u001b[2J\n", out());
        assertFalse(err().contains("\u001b"), err());
        assertTrue(err().contains("WARNING: careful"), err());
        assertTrue(err().contains("poshremote: a remark"), err());
    }

    @Test
    void aTerminalIsNotCommandedByTheNode() {
        RunPrinter printer = new RunPrinter(Terminal.into(out, err, true), false);
        printer.accept(new RunEvent.Output("Grüße\u001b[2J\n", new byte[0]));
        printer.accept(new RunEvent.ErrorRecord("bad\u001b]0;title\u0007\n", Optional.empty()));
        assertEquals("Grüße\n", out());
        assertEquals(RED + "bad\u001b[0m" + System.lineSeparator(), err());
    }

    @Test
    void rawGivesTheBytesThatCame() {
        RunPrinter printer = new RunPrinter(Terminal.into(out, err, true), true);
        byte[] bytes = {(byte) 0x81, 0x1b, '[', 'm', 0};
        printer.accept(new RunEvent.Output("ü", bytes));
        assertEquals(List.of((byte) 0x81, (byte) 0x1b, (byte) '[', (byte) 'm', (byte) 0), boxed(out.toByteArray()));
    }

    @Test
    void aProgressLineIsTakenAwayBeforeTheNextText() {
        RunPrinter printer = new RunPrinter(Terminal.into(out, err, true), false);
        printer.accept(new RunEvent.Progress("Copying", "file 3", OptionalInt.of(40), OptionalInt.empty(), false));
        printer.accept(new RunEvent.Output("x", new byte[0]));
        assertTrue(err().startsWith(" 40 % Copying: file 3"), err());
        assertTrue(err().endsWith("\r"), err());
    }

    @Test
    void everyEventIsOneLineOfJson() throws IOException {
        JsonRunPrinter printer = new JsonRunPrinter(Terminal.into(out, err, false));
        List<RunEvent> events = everyEvent();
        events.forEach(printer);
        printer.end(outcome());
        String[] lines = out().split("\n");
        assertEquals(events.size() + 1, lines.length);
        ObjectMapper mapper = new ObjectMapper();
        for (String line : lines) {
            assertTrue(mapper.readTree(line).hasNonNull("event"), line);
        }
        JsonNode error = mapper.readTree(lines[4]);
        assertEquals("error", error.get("event").asText());
        assertEquals(12, error.get("position").get("line").asInt());
        JsonNode failed = mapper.readTree(lines[12]);
        assertEquals("signIn", failed.get("kind").asText());
        assertEquals("unknown", failed.get("stillRuns").asText());
        assertEquals(true, mapper.readTree(lines[13]).get("succeeded").asBoolean());
    }

    private static List<RunEvent> everyEvent() {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Prepared(new RunHeader("lab", "http://node:5985/wsman", "vagrant", "Basic", "65001 (UTF-8), automatic", "powershell", "default", "")));
        events.add(new RunEvent.Started(new NodeGreeting(Map.of("ps", "5.1.1"))));
        events.add(new RunEvent.Output("Grüße\u001b[2J\n", "Grüße\u001b[2J\n".getBytes(StandardCharsets.UTF_8)));
        events.add(new RunEvent.ErrorOutput("plain\n"));
        events.add(new RunEvent.ErrorRecord("bad thing\n", Optional.of(new Position(Optional.empty(), 12, 5))));
        events.add(new RunEvent.Warning("careful"));
        events.add(new RunEvent.Verbose("v"));
        events.add(new RunEvent.Debug("d"));
        events.add(new RunEvent.Progress("a", "s", OptionalInt.of(3), OptionalInt.empty(), false));
        events.add(new RunEvent.Note("a remark"));
        events.add(new RunEvent.SignedIn("NTLM, encrypted"));
        events.add(new RunEvent.Exited(new ExitStatus(3010, Optional.of("ERROR_SUCCESS_REBOOT_REQUIRED"), Optional.of("restart"), true)));
        events.add(new RunEvent.Failed(new RunFailure(RunFailure.Kind.SIGN_IN, "refused", Optional.of("try again"), RunFailure.StillRuns.UNKNOWN, Optional.empty(), Optional.empty())));
        return events;
    }

    private static RunOutcome outcome() {
        return new RunOutcome(Optional.of(new ExitStatus(0, Optional.empty(), Optional.empty(), true)), Optional.empty(), Optional.empty(), 6, Duration.ofMillis(1500));
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
