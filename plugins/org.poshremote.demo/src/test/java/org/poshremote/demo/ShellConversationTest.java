package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversations of MS-WSMV section 4.7 to 4.13: create, command, send, receive, signal, delete. */
class ShellConversationTest {
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
    }

    @Test
    void aShortCommandTakesFiveRequestsOnOneConnection() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "echo hi");
        WireClient.Reply received = client.receive(shell, command);
        assertEquals("hi\r\n", received.text("stdout"));
        assertTrue(received.has("<rsp:Stream Name=\"stdout\" CommandId=\"" + command + "\" End=\"true\"></rsp:Stream>"));
        assertTrue(received.has("<rsp:Stream Name=\"stderr\" CommandId=\"" + command + "\" End=\"true\"></rsp:Stream>"));
        assertEquals("0", received.exitCode());
        assertEquals(200, client.signal(shell, command, "terminate").status());
        assertEquals(1, node.openShells());
        assertTrue(client.delete(shell).has("DeleteResponse"));
        assertEquals(0, node.openShells());
        assertEquals(List.of("Create", "Command", "Receive", "Signal", "Delete"), node.requestLog().operations());
        assertEquals(1, node.requestLog().connections());
    }

    @Test
    void theCreatedShellIsDescribedAsInTheRecordings() throws IOException {
        WireClient.Reply created = client.create("", "<rsp:Environment><rsp:Variable Name=\"a&amp;b\">1 &lt; 2</rsp:Variable></rsp:Environment>");
        String id = created.one("<rsp:ShellId>([0-9A-F-]{36})</rsp:ShellId>");
        assertTrue(created.has("<a:Address>http://127.0.0.1:" + node.port() + "/wsman</a:Address>"));
        assertTrue(created.has("<w:Selector Name=\"ShellId\">" + id + "</w:Selector>"));
        assertTrue(created.has("<rsp:Owner>demo</rsp:Owner><rsp:ClientIP>127.0.0.1</rsp:ClientIP>"
                + "<rsp:Environment><rsp:Variable Name=\"a&amp;b\">1 &lt; 2</rsp:Variable></rsp:Environment><rsp:IdleTimeOut>PT7200.000S</rsp:IdleTimeOut>"
                + "<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams>"
                + "<rsp:ShellRunTime>P0DT0H0M0S</rsp:ShellRunTime><rsp:ShellInactivity>P0DT0H0M0S</rsp:ShellInactivity></rsp:Shell>"));
        assertTrue(client.ask(WireClient.TRANSFER + "/Get", WireClient.selector(id), "").has("<rsp:ShellId>" + id));
    }

    @Test
    void replyRelatesToTheRequest() throws IOException {
        String soap = WireClient.envelope(WireClient.TRANSFER + "/Create", WireClient.CMD, "", "<rsp:Shell/>", "PT5S", 153600);
        String id = soap.replaceAll("(?s).*<a:MessageID>(.*)</a:MessageID>.*", "$1");
        assertEquals(id, client.post(soap).one("<a:RelatesTo>([^<]*)<"));
    }

    @Test
    void standardInputReachesTheProgramUntilEnd() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "cat");
        assertTrue(client.send(shell, command, "one ".getBytes(StandardCharsets.UTF_8), false).has("<rsp:SendResponse/>"));
        client.send(shell, command, "zwö".getBytes(StandardCharsets.UTF_8), true);
        WireClient.Reply received = client.receive(shell, command);
        assertEquals("one zwö", received.text("stdout"));
        assertEquals("0", received.exitCode());
    }

    @Test
    void streamsKeepTheirOrderAndStayApart() throws IOException {
        String shell = client.createShell();
        WireClient.Reply received = client.receive(shell, client.start(shell, "both"));
        assertEquals("outout2", received.text("stdout"));
        assertEquals("err", received.text("stderr"));
        assertTrue(received.body().indexOf("b3V0<") < received.body().indexOf("ZXJy<"), received.body());
    }

    @Test
    void exitCodesAreUnsigned() throws IOException {
        String shell = client.createShell();
        assertEquals("3010", client.receive(shell, client.start(shell, "exit 3010")).exitCode());
        assertEquals("4294967295", client.receive(shell, client.start(shell, "exit -1")).exitCode());
        assertEquals("3221225477", client.receive(shell, client.start(shell, "exit 3221225477")).exitCode());
    }

    @Test
    void aDefectOfAProgramLooksLikeACrashOfThatProgram() throws IOException {
        String shell = client.createShell();
        WireClient.Reply received = client.receive(shell, client.start(shell, "crash"));
        assertEquals("3221225477", received.exitCode());
        assertTrue(received.text("stderr").contains("defect"));
        assertEquals("0", client.receive(shell, client.start(shell, "exit 0")).exitCode());
    }

    @Test
    void environmentFolderAndCodePageReachTheProgram() throws IOException {
        String shell = client.createShell(WireClient.option("WINRS_CODEPAGE", "850"), "<rsp:Environment><rsp:Variable Name=\"Colour\">ü</rsp:Variable>"
                + "</rsp:Environment><rsp:WorkingDirectory>C:\\Temp</rsp:WorkingDirectory>");
        assertEquals("ü C:\\Temp 850", client.receive(shell, client.start(shell, "env COLOUR")).text("stdout"));
    }

    @Test
    void argumentsAreJoinedToTheCommand() throws IOException {
        String shell = client.createShell();
        WireClient.Reply started = client.ask(WireClient.SHELL + "/Command", WireClient.selector(shell),
                "<rsp:CommandLine><rsp:Command>echo</rsp:Command><rsp:Arguments>a    b</rsp:Arguments><rsp:Arguments>c</rsp:Arguments></rsp:CommandLine>");
        assertEquals("a    b c\r\n", client.receive(shell, started.one("CommandId>([^<]+)<")).text("stdout"));
    }

    @Test
    void muchOutputComesWholeInReceivesOfTheEnvelopesSize() throws IOException {
        String shell = client.createShell();
        int count = 3_000_000;
        String command = client.start(shell, "flood " + count);
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        WireClient.Reply reply;
        int receives = 0;
        do {
            reply = client.receive(shell, command);
            assertTrue(reply.body().length() <= client.envelope, "reply of " + reply.body().length());
            all.writeBytes(reply.stream("stdout"));
            receives++;
        } while (!reply.done());
        byte[] expected = new byte[count];
        for (int i = 0; i < count; i++) {
            expected[i] = TestPrograms.floodByte(i);
        }
        assertArrayEquals(expected, all.toByteArray());
        assertTrue(receives <= count / 100_000, receives + " Receives");
    }

    @Test
    void attributesMayCarryTheirElementsNamespace() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "echo hi");
        WireClient.Reply reply = client.ask(WireClient.SHELL + "/Receive", WireClient.selector(shell),
                WireClient.receiveBody(command).replace("CommandId", "rsp:CommandId"));
        assertEquals("hi\r\n", reply.text("stdout"));
    }

    @Test
    void commandsOfOneShellRunSideBySide() throws IOException {
        String shell = client.createShell();
        String cat = client.start(shell, "cat");
        assertEquals("x\r\n", client.receive(shell, client.start(shell, "echo x")).text("stdout"));
        client.send(shell, cat, new byte[0], true);
        assertTrue(client.receive(shell, cat).done());
    }

    @Test
    void afterItsEndACommandCanBeSignalledButNotReceived() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "exit 0");
        client.receive(shell, command);
        assertEquals(2150858843L, client.receive(shell, command).faultCode());
        assertEquals(200, client.signal(shell, command, "ctrl_c").status());
        assertEquals(200, client.signal(shell, command, "terminate").status());
        assertFalse(client.signal(shell, command, "terminate").status() == 200);
    }
}
