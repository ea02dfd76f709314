package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PersonalityOnTheWireTest {
    @Test
    void nanoTakesCodePage65001Alone() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("nano-tp3")); WireClient client = WireClient.to(node)) {
            WireClient.Reply refused = client.create(WireClient.option("WINRS_CODEPAGE", "437"), "");
            assertEquals(2150859072L, refused.faultCode());
            assertEquals("The WinRS client cannot process the request. The server cannot set Code Page. You may want to use the CHCP command to change "
                    + "the client Code Page to 437 and receive the results in English. ", refused.one("<f:ProviderFault[^>]*>([^<]*)<"));
            String shell = client.createShell(WireClient.option("WINRS_CODEPAGE", "65001"), "");
            assertTrue(client.receive(shell, client.start(shell, "env X")).text("stdout").endsWith("65001"));
            String plain = client.createShell();
            assertTrue(client.receive(plain, client.start(plain, "env X")).text("stdout").endsWith("65001"));
        }
    }

    @Test
    void windows7HasFewShellsAndFewOperations() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-7-powershell-2")); WireClient client = WireClient.to(node)) {
            String shell = client.createShell();
            for (int i = 0; i < 15; i++) {
                client.receive(shell, client.start(shell, "exit 0"));
            }
            assertEquals(2150859174L, client.command(shell, "exit 0", false).faultCode());
            client.delete(shell);
            for (int i = 0; i < 5; i++) {
                client.createShell();
            }
            assertEquals(2150859173L, client.create("", "").faultCode());
        }
    }

    @Test
    void theFlakyOneKeepsOutputThatAClientCouldNotFetch() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("flaky"))) {
            WireClient client = WireClient.to(node);
            String shell = client.createShell();
            String command = client.start(shell, "flood 500000");
            int fetched = 0;
            int troubles = 0;
            while (true) {
                try {
                    WireClient.Reply reply = client.receive(shell, command);
                    if (reply.status() == 503) {
                        troubles++;
                        continue;
                    }
                    fetched += reply.stream("stdout").length;
                    if (reply.done()) {
                        break;
                    }
                } catch (IOException e) {
                    troubles++;
                    client.close();
                    client = WireClient.to(node);
                }
            }
            client.close();
            assertEquals(500_000, fetched);
            assertTrue(troubles >= 2, troubles + " troubles");
        }
    }

    @Test
    void theSlowOneDelaysEachRequest() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("slow")); WireClient client = WireClient.to(node)) {
            client.delete(client.createShell());
            assertTrue(node.requestLog().entries().stream().allMatch(e -> e.injected().equals(java.util.Optional.of("delay"))));
        }
    }

    @Test
    void newerServersNumberTheirActivities() throws IOException {
        try (DemoNode node = Nodes.start(); WireClient client = WireClient.to(node)) {
            assertTrue(client.create("", "").has("<p:ActivityId>"));
        }
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2012r2")); WireClient client = WireClient.to(node)) {
            assertFalse(client.create("", "").has("ActivityId"));
        }
    }

    @Test
    void theConfigurationSaysWhatTheServiceGoesBy() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-7-powershell-2")); WireClient client = WireClient.to(node)) {
            WireClient.Reply reply = client.post(WireClient.envelope(WireClient.TRANSFER + "/Get",
                    "http://schemas.microsoft.com/wbem/wsman/1/config", "", "", "PT5S", 153600));
            assertEquals("150", reply.one("<cfg:MaxEnvelopeSizekb>(\\d+)<"));
            assertEquals("5", reply.one("<cfg:MaxShellsPerUser>(\\d+)<"));
        }
    }
}
