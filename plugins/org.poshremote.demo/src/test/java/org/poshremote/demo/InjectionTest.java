package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InjectionTest {
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
    void repliesWithoutWork() throws IOException {
        client.create("", "");
        node.inject(FaultPlan.at(1, InjectedFault.SERVER_ERROR).or(FaultPlan.at(2, InjectedFault.BAD_REQUEST))
                .or(FaultPlan.at("Create", 3, InjectedFault.SERVICE_UNAVAILABLE)));
        for (int status : new int[] { 500, 400, 503 }) {
            WireClient.Reply reply = client.create("", "");
            assertEquals(status, reply.status());
            assertEquals(status == 503, reply.has("<html>"));
        }
        assertEquals(1, node.openShells());
        assertEquals(200, client.create("", "").status());
        RequestLog.Entry entry = node.requestLog().entries().get(1);
        assertEquals(Optional.of("server-error"), entry.injected());
        assertEquals(OptionalInt.of(500), entry.status());
    }

    @Test
    void lostConnectionsBeforeAndAfterTheWork() throws IOException {
        node.inject(FaultPlan.at(1, InjectedFault.CLOSE_UNPROCESSED));
        assertThrows(IOException.class, () -> client.create("", ""));
        assertEquals(0, node.openShells());
        for (InjectedFault fault : new InjectedFault[] { InjectedFault.CLOSE_BEFORE_REPLY, InjectedFault.CLOSE_MID_REPLY }) {
            int before = node.openShells();
            node.inject(FaultPlan.at("Create", 1, fault));
            try (WireClient other = WireClient.to(node)) {
                assertThrows(IOException.class, () -> other.create("", ""));
            }
            assertEquals(before + 1, node.openShells(), fault.name());
        }
    }

    @Test
    void aReceiveThatLosesItsConnectionConsumesNothing() throws IOException {
        String shell = client.createShell();
        String command = client.start(shell, "echo kept");
        node.inject(FaultPlan.at("Receive", 1, InjectedFault.CLOSE_UNPROCESSED));
        assertThrows(IOException.class, () -> client.receive(shell, command));
        try (WireClient other = WireClient.to(node)) {
            assertEquals("kept\r\n", other.receive(shell, command).text("stdout"));
        }
    }

    @Test
    void garbageAndDelay() throws IOException {
        node.inject(FaultPlan.at(1, InjectedFault.GARBAGE).or(FaultPlan.at(2, InjectedFault.delay(Duration.ofMillis(1)))));
        assertThrows(Exception.class, () -> client.create("", ""));
        assertTrue(client.closedByServer());
        try (WireClient other = WireClient.to(node)) {
            assertEquals(200, other.create("", "").status());
        }
        assertEquals(Optional.of("delay"), node.requestLog().entries().get(1).injected());
    }

    @Test
    void faultsThatComeAgainAndAgain() throws IOException {
        node.inject(FaultPlan.every(3, InjectedFault.SERVICE_UNAVAILABLE).or(FaultPlan.every("Delete", 2, InjectedFault.SERVER_ERROR)));
        assertEquals(200, client.create("", "").status());
        assertEquals(500, client.delete("none").status());
        assertEquals(503, client.create("", "").status());
        WireClient.Reply second = client.delete("none");
        assertEquals(500, second.status());
        assertEquals("", second.body());
    }
}
