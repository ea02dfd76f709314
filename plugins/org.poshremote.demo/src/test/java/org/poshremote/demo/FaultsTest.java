package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.personality.Personality;

/** Faults with the numbers and shapes of Windows (MS-WSMV 2.2.4.43, wsmerror.h). */
class FaultsTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private DemoNode node;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        node = Nodes.start();
        client = WireClient.to(node);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        node.close();
        threads.close();
    }

    @Test
    void nothingWithinTheOperationTimeout() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "cat");
        client.timeout = "PT0.1S"; // the service takes no less than half a second
        WireClient.Reply reply = client.receive(shell, command);
        assertEquals(500, reply.status());
        assertEquals(2150858793L, reply.faultCode());
        assertTrue(reply.has("<s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:TimedOut</s:Value></s:Subcode>"));
        assertTrue(reply.has("Machine=\"127.0.0.1\""));
        client.timeout = "PT5S";
        client.send(shell, command, "still there".getBytes(), true);
        assertEquals("still there", client.receive(shell, command).text("stdout"));
    }

    @Test
    void aShellThatIsNotThere() throws IOException {
        WireClient.Reply reply = client.delete(UUID.randomUUID().toString());
        assertEquals(2150858843L, reply.faultCode());
        assertTrue(reply.has("w:InvalidSelectors"));
        assertTrue(reply.has("faultDetail/UnexpectedSelectors</w:FaultDetail>"));
        assertEquals(2150858842L, client.ask(WireClient.TRANSFER + "/Delete", "", "").faultCode());
    }

    @Test
    void aCommandThatIsNotThere() throws IOException {
        String shell = client.createShell();
        assertEquals(2150858843L, client.receive(shell, UUID.randomUUID().toString()).faultCode());
        assertEquals(2150858843L, client.signal(shell, UUID.randomUUID().toString(), "terminate").faultCode());
        WireClient.Reply none = client.ask(WireClient.SHELL + "/Receive", WireClient.selector(shell),
                "<rsp:Receive><rsp:DesiredStream>stdout stderr</rsp:DesiredStream></rsp:Receive>");
        assertEquals(87, none.faultCode());
        assertTrue(none.has("<f:ProviderFault provider=\"Shell cmd plugin\" path=\"%systemroot%\\system32\\winrscmd.dll\">The parameter is incorrect."));
    }

    @Test
    void aCodePageTheNodeLacks() throws IOException {
        WireClient.Reply reply = client.create(WireClient.option("WINRS_CODEPAGE", "1200"), "");
        assertEquals(2150859072L, reply.faultCode());
        assertTrue(reply.one("<f:ProviderFault provider=\"Shell cmd plugin\"[^>]*>([^<]*)<").contains("cannot set Code Page"));
        assertEquals(0, node.openShells());
        assertEquals(2150858835L, client.create(WireClient.option("WINRS_CODEPAGE", "many"), "").faultCode());
    }

    @Test
    void anIdleTimeoutThatIsNoDurationOrTooShort() throws IOException {
        assertEquals(2150858817L, client.create("", "<rsp:IdleTimeOut>3600000</rsp:IdleTimeOut>").faultCode());
        assertEquals(2150859250L, client.create("", "<rsp:IdleTimeOut>PT1S</rsp:IdleTimeOut>").faultCode());
        assertEquals(200, client.create("", "<rsp:IdleTimeOut>PT3600.000S</rsp:IdleTimeOut>").status());
    }

    @Test
    void resourceActionAndHeadersThatAreNotThere() throws IOException {
        assertEquals(2150858811L, client.post(WireClient.envelope(WireClient.TRANSFER + "/Create",
                "http://schemas.microsoft.com/powershell/PowerShell.7", "", "<rsp:Shell/>", "PT5S", 153600)).faultCode());
        assertEquals(2150858771L, client.ask(WireClient.SHELL + "/Reconnect", "", "").faultCode());
        WireClient.Reply locale = client.ask(WireClient.TRANSFER + "/Create", "<w:Locale s:mustUnderstand=\"true\" xml:lang=\"de-DE\"/>", "<rsp:Shell/>");
        assertEquals(2150858887L, locale.faultCode());
        assertTrue(client.ask(WireClient.TRANSFER + "/Create", "<x:New xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/>", "<rsp:Shell/>")
                .has("s:MustUnderstand"));
        String soap = WireClient.envelope(WireClient.TRANSFER + "/Create", WireClient.CMD, "", "<rsp:Shell/>", "PT5S", 153600);
        assertEquals(2150858769L, client.post(soap.replaceAll("<a:MessageID>.*</a:MessageID>", "")).faultCode());
        assertEquals(2150858881L, client.post(soap.replace("PT5S", "5 seconds")).faultCode());
        assertEquals(2150858878L, client.post(soap.replace("153600", "1000")).faultCode());
    }

    @Test
    void xmlThatIsNotARequest() throws IOException {
        assertEquals(2150858817L, client.post("<a><b></a>").faultCode());
        assertEquals(2150858817L, client.post("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>").faultCode());
        assertEquals(2150858817L, client.post("<a/>").faultCode());
        String shell = client.createShell();
        String command = client.start(shell, "cat");
        assertEquals(2150858817L, client.ask(WireClient.SHELL + "/Send", WireClient.selector(shell),
                "<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"" + command + "\">***</rsp:Stream></rsp:Send>").faultCode());
    }

    @Test
    void anEnvelopeLargerThanTheServiceTakes() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "cat");
        assertEquals(2150858824L, client.send(shell, command, new byte[500 * 1024], true).faultCode());
        assertEquals(200, client.send(shell, command, new byte[300 * 1024], true).status());
    }

    @Test
    void inputForACommandThatHasEnded() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "exit 5");
        assertEquals("5", client.receive(shell, command).exitCode());
        assertEquals(2150858843L, client.send(shell, command, new byte[1], true).faultCode());
    }

    @Test
    void quotas() throws IOException {
        Personality base = Personality.named("windows-server-2022");
        Personality small = base.withServer(base.server().withQuotas(2, 1, 3));
        try (DemoNode strict = DemoNode.start(DemoNodeSettings.of(small, new TestPrograms()).withGathering(Nodes.PATIENT));
                WireClient c = WireClient.to(strict)) {
            String shell = c.createShell();
            String other = c.createShell();
            WireClient.Reply third = c.create("", "");
            assertEquals(2150859173L, third.faultCode());
            assertTrue(third.has("maximum number of 2 concurrent shells"));
            c.delete(other);
            assertEquals(200, c.create("", "").status());

            String cat = c.start(shell, "cat");
            assertEquals(2150859241L, c.command(shell, "echo", false).faultCode());
            c.signal(shell, cat, "terminate");
            c.receive(shell, c.start(shell, "exit 0"));
            c.receive(shell, c.start(shell, "exit 0"));
            assertEquals(2150859174L, c.command(shell, "exit 0", false).faultCode(), "a terminate signal gives no operation back");
        }
    }

    @Test
    void ctrlCReachesConsoleModeCommandsOnly() throws IOException, InterruptedException {
        TestPrograms programs = new TestPrograms();
        try (DemoNode own = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022"), programs));
                WireClient c = WireClient.to(own)) {
            String shell = c.createShell();
            String pipe = c.command(shell, "sleep", false).one("CommandId>([^<]+)<");
            assertEquals("sleeping\r\n", c.receive(shell, pipe).text("stdout"));
            assertEquals(200, c.signal(shell, pipe, "ctrl_c").status());
            c.timeout = "PT0.5S";
            assertEquals(2150858793L, c.receive(shell, pipe).faultCode());

            String console = c.command(shell, "sleep", true).one("CommandId>([^<]+)<");
            c.timeout = "PT10S";
            assertFalse(c.receive(shell, console).done());
            assertEquals(200, c.signal(shell, console, "ctrl_c").status());
            assertEquals("3221225786", c.receive(shell, console).exitCode());
            assertTrue(programs.interrupted.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void terminateAndDeleteEndAHangingReceive() throws Exception {
        for (boolean delete : new boolean[] { false, true }) {
            String shell = client.createShell();
            String command = client.start(shell, "cat");
            try (WireClient other = WireClient.to(node)) {
                Future<Integer> ending = threads.submit(() -> {
                    assertTrue(node.requestLog().awaitHanging("Receive", Duration.ofSeconds(10)));
                    return (delete ? other.delete(shell) : other.signal(shell, command, "terminate")).status();
                });
                assertEquals(995, client.receive(shell, command).faultCode());
                assertEquals(200, ending.get());
            }
        }
    }

    @Test
    void aSecondReceiveTakesOverFromOneWhoseConnectionMayBeLost() throws Exception {
        String shell = client.createShell();
        String command = client.start(shell, "cat");
        try (WireClient other = WireClient.to(node); WireClient third = WireClient.to(node)) {
            client.send(("POST /wsman HTTP/1.1\r\nContent-Type: application/soap+xml\r\nAuthorization: " + client.authorization + "\r\n").getBytes(),
                    requestWithLength(WireClient.envelope(WireClient.SHELL + "/Receive", WireClient.CMD, WireClient.selector(shell),
                            WireClient.receiveBody(command), "PT20S", 153600)));
            assertTrue(node.requestLog().awaitHanging("Receive", Duration.ofSeconds(10)));
            Future<Long> first = threads.submit(() -> {
                long code = client.read().faultCode();
                third.send(shell, command, "x".getBytes(), true);
                return code;
            });
            assertEquals("x", other.receive(shell, command).text("stdout"));
            assertEquals(995, first.get());
        }
    }

    private static byte[] requestWithLength(String soap) {
        return ("Content-Length: " + soap.length() + "\r\n\r\n" + soap).getBytes();
    }
}
