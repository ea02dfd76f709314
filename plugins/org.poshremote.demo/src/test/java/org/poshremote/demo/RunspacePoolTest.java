package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.ntlm.Ntlm;
import org.poshremote.wsman.psrp.RunspacePool;
import org.poshremote.wsman.winrs.ConnectionSettings;
import org.poshremote.wsman.winrs.WinRs;

/** PowerShell remoting of our client with the node: a pool opens, tells who answers, and is gone. */
class RunspacePoolTest {
    private static WinRs client(DemoNode node) {
        return new WinRs(ConnectionSettings.of(new Endpoint(node.host(), node.port(), false, "/wsman"), new Ntlm(Account.parse(".\\demo"), node.password())));
    }

    @ParameterizedTest
    @CsvSource({"windows-server-2022, 2.3, 5.1.20348.2227", "windows-server-2012r2, 2.2, 4.0", "windows-7-powershell-2, 2.1, 2.0"})
    void thePoolTellsItsVersions(String personality, String protocol, String version) throws Exception {
        try (DemoNode node = DemoNode.start(Nodes.settings(personality)); WinRs client = client(node)) {
            try (RunspacePool pool = RunspacePool.open(client, RunspacePool.DEFAULT_ENDPOINT, () -> true)) {
                assertEquals(protocol, pool.greeting().protocol());
                assertEquals(Optional.of(version), pool.greeting().powerShell().map(said -> said.startsWith(version) ? version : said));
                assertEquals(1, node.openShells());
            }
            assertEquals(0, node.openShells());
            assertEquals(List.of("Create", "Receive", "Receive", "Receive", "Delete"),
                node.requestLog().operations().stream().filter(operation -> !operation.equals("Authenticate")).toList());
        }
    }

    @Test
    void anEndpointThatIsNotThereIsAFault() throws Exception {
        try (DemoNode node = Nodes.start(); WinRs client = client(node)) {
            FaultException fault = assertThrows(FaultException.class, () -> RunspacePool.open(client, "PowerShell.7", () -> true));
            assertEquals(2150858811L, fault.fault().code());
        }
    }

    @Test
    void whoGivesUpLeavesNoPool() throws Exception {
        try (DemoNode node = Nodes.start(); WinRs client = client(node)) {
            assertThrows(RunspacePool.NotOpenedException.class, () -> RunspacePool.open(client, RunspacePool.DEFAULT_ENDPOINT, () -> false));
            assertEquals(0, node.openShells());
        }
    }

    @Test
    void theConfigurationIsReadByPath() throws Exception {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-7-powershell-2")); WinRs client = client(node)) {
            assertEquals("5", client.configuration().get("Winrs/MaxShellsPerUser"));
            assertEquals("150", client.configuration().get("MaxEnvelopeSizekb"));
            assertEquals("true", client.configuration().get("Service/Auth/Negotiate"));
        }
    }
}
