package org.poshremote.demo.internal.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.TestPrograms;
import org.poshremote.demo.internal.service.Caller;
import org.poshremote.demo.internal.service.PowerShellRemoting;
import org.poshremote.demo.internal.service.ServiceReply;
import org.poshremote.demo.internal.service.WsmanService;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.personality.ServerBehaviour;

/** Broken envelopes end in a fault, never in an exception: through reader, checks and service. */
class SoapRequestFuzzTest {
    private static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    private static final String[] BODIES = { "<rsp:Shell Name=\"n\"><rsp:Environment><rsp:Variable Name=\"a\">b</rsp:Variable></rsp:Environment>"
            + "<rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>",
        "<rsp:CommandLine><rsp:Command>exit</rsp:Command><rsp:Arguments>0</rsp:Arguments></rsp:CommandLine>",
        "<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"C\" End=\"true\">aGk=</rsp:Stream></rsp:Send>",
        "<rsp:Receive><rsp:DesiredStream CommandId=\"C\">stdout stderr</rsp:DesiredStream></rsp:Receive>",
        "<rsp:Signal CommandId=\"C\"><rsp:Code>" + SHELL + "/signal/ctrl_c</rsp:Code></rsp:Signal>", "" };
    private static final String[] ACTIONS = { "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create", SHELL + "/Command", SHELL + "/Send",
        SHELL + "/Receive", SHELL + "/Signal", "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete" };

    private final ElementReader reader = new ElementReader();
    private final ServerBehaviour behaviour = Personality.named("windows-server-2022").server();
    private final ShellTable table = new ShellTable(20, 50, System::nanoTime);
    private final WsmanService service = new WsmanService(behaviour, table, new TestPrograms(), Duration.ZERO,
        PowerShellRemoting.of(Personality.named("windows-server-2022")));
    private final Caller caller = new Caller("u", "127.0.0.1", "http://n/wsman", "n");

    static String envelope(int kind) {
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
                + "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" xmlns:rsp=\"" + SHELL + "\"><s:Header><a:To>x</a:To><a:ReplyTo/>"
                + "<w:MaxEnvelopeSize>153600</w:MaxEnvelopeSize><a:MessageID>uuid:1</a:MessageID><w:OperationTimeout>PT0.5S</w:OperationTimeout>"
                + "<w:ResourceURI>" + SHELL + "/cmd</w:ResourceURI><a:Action s:mustUnderstand=\"true\">" + ACTIONS[kind] + "</a:Action>"
                + "<w:OptionSet><w:Option Name=\"WINRS_CODEPAGE\">437</w:Option></w:OptionSet>"
                + "<w:SelectorSet><w:Selector Name=\"ShellId\">S</w:Selector></w:SelectorSet></s:Header><s:Body>" + BODIES[kind] + "</s:Body></s:Envelope>";
    }

    /** The reply, or the fault that keeps the request from the service. */
    private OptionalLong answer(byte[] bytes) {
        try {
            Element envelope = reader.read(bytes, "application/soap+xml");
            ServiceReply reply = service.answer(SoapRequest.of(envelope), caller, () -> { });
            Element parsed = reader.read(reply.soap(), "application/soap+xml"); // a reply is well-formed whatever was echoed into it
            assertEquals("Envelope", parsed.name());
            return reply.faultCode();
        } catch (MalformedXmlException e) {
            return OptionalLong.of(0);
        } catch (FaultException e) {
            return OptionalLong.of(e.fault().code());
        }
    }

    @Test
    void flippedBytes() {
        Random random = new Random(3);
        int faults = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = envelope(round % ACTIONS.length).getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            faults += answer(bytes).isPresent() ? 1 : 0;
        }
        assertTrue(faults > 1000, faults + " faults");
        table.closeAll();
    }

    @Test
    void piecesCutOutDoubledAndSwapped() {
        Random random = new Random(4);
        for (int round = 0; round < 3000; round++) {
            String text = envelope(round % ACTIONS.length);
            String[] parts = text.split("(?=<)");
            int a = random.nextInt(parts.length);
            int b = random.nextInt(parts.length);
            switch (random.nextInt(3)) {
                case 0 -> parts[a] = "";
                case 1 -> parts[a] += parts[b];
                default -> {
                    String swap = parts[a];
                    parts[a] = parts[b];
                    parts[b] = swap;
                }
            }
            answer(String.join("", parts).getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(table.size() <= 20);
        table.closeAll();
    }

    @Test
    void unharmedRequestsAreUnderstood() throws MalformedXmlException, FaultException {
        assertEquals(OptionalLong.empty(), answer(envelope(0).getBytes(StandardCharsets.UTF_8)));
        SoapRequest request = SoapRequest.of(reader.read(envelope(1).getBytes(StandardCharsets.UTF_16), "application/soap+xml;charset=UTF-16"));
        assertEquals("Command", request.operation());
        assertEquals(Map.of("WINRS_CODEPAGE", "437"), request.options());
        assertEquals(Duration.ofMillis(500), request.operationTimeout().orElseThrow());
    }

    @Test
    void deepWideAndEntityRidden() {
        for (String bad : List.of("<a>".repeat(100_000), "<a>" + "<b/>".repeat(20_000) + "</a>",
                "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><a>&z;</a>", "<a>&undefined;</a>", "", "\u0000", "<a/><b/>")) {
            assertThrows(MalformedXmlException.class, () -> reader.read(bad.getBytes(StandardCharsets.UTF_8), ""));
        }
    }
}
