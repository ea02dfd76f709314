package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.WinRs;

/** What becomes of an encrypted connection that the node has dropped while it was idle; the same for every scheme that seals. */
final class IdleLoss {
    private static final List<InjectedFault> FORGOTTEN = List.of(new InjectedFault.Status("lost-keys", 400), InjectedFault.CLOSE_BEFORE_REPLY,
            new InjectedFault.Status("lost-sign-in", 401));

    private IdleLoss() {
    }

    /** @param client signs in by the scheme, over plain HTTP, and was not used yet */
    static void check(DemoNode node, WinRs client) throws WsmanException {
        client.identifySignedIn();
        int connections = node.requestLog().connections();
        int signIn = node.requestLog().requests();
        for (InjectedFault fault : FORGOTTEN) {
            int before = node.requestLog().requests();
            node.inject(FaultPlan.at("Identify", 1, fault));
            assertTrue(client.identifySignedIn().toString().contains("10.0.20348"), fault.name());
            assertEquals(++connections, node.requestLog().connections(), fault.name() + ": a connection of its own");
            assertTrue(node.requestLog().requests() - before <= signIn + 1, fault.name() + ": once, and no more");
        }
        for (InjectedFault fault : FORGOTTEN.subList(0, 2)) { // a 401 says that the request was not served
            int creates = creates(node);
            node.inject(FaultPlan.at("Create", 1, fault));
            assertThrows(WsmanException.class, () -> client.open(ShellOptions.DEFAULTS), fault.name() + ": a shell may be there");
            assertEquals(creates + 1, creates(node), fault.name() + ": it was not sent again");
            node.inject(FaultPlan.none());
            try (Shell shell = client.open(ShellOptions.DEFAULTS)) {
                shell.delete();
            }
        }
        node.inject(FaultPlan.none());
    }

    private static int creates(DemoNode node) {
        return (int) node.requestLog().operations().stream().filter("Create"::equals).count();
    }
}
