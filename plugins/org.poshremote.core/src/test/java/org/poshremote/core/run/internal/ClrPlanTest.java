package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.PowerShellHost;

class ClrPlanTest {
    private static final Optional<String> CLR2 = Optional.of("2.0.50727.5420");
    private static final Optional<String> CLR4 = Optional.of("4.0.30319.42000");

    private static ClrPlan plan(ClrHost host, boolean forced, Optional<String> known) {
        return ClrPlan.of(host, forced, PowerShellHost.POWERSHELL, known);
    }

    @Test
    void clr4InPlaceNeedsNoChild() {
        assertInstanceOf(ClrPlan.InPlace.class, plan(ClrHost.AUTO, false, CLR4));
        assertInstanceOf(ClrPlan.InPlace.class, plan(ClrHost.CLR4, true, CLR4));
    }

    @Test
    void automaticNeverPicksTheChild() {
        assertInstanceOf(ClrPlan.Refused.class, plan(ClrHost.AUTO, false, CLR2));
        assertInstanceOf(ClrPlan.Refused.class, plan(ClrHost.AUTO, true, CLR2));
        assertInstanceOf(ClrPlan.InPlace.class, plan(ClrHost.AUTO, false, Optional.empty()));
    }

    @Test
    void theChildIsForAskedForAndForced() {
        assertInstanceOf(ClrPlan.Refused.class, plan(ClrHost.CLR4, false, CLR2));
        assertInstanceOf(ClrPlan.Child.class, plan(ClrHost.CLR4, true, CLR2));
        assertInstanceOf(ClrPlan.Child.class, plan(ClrHost.CLR4, true, Optional.empty()));
    }

    @Test
    void defaultAsksForNothing() {
        ClrPlan plan = plan(ClrHost.DEFAULT, false, CLR2);
        assertEquals("", ClrPlan.guard(plan));
        assertFalse(ClrPlan.stopped(plan, new NodeGreeting(Map.of("clr", "2.0.50727.1"))));
    }

    @Test
    void anUnknownNodeIsStoppedByTheGuard() {
        ClrPlan plan = plan(ClrHost.AUTO, false, Optional.empty());
        assertTrue(ClrPlan.guard(plan).contains("exit 1"));
        assertTrue(ClrPlan.stopped(plan, new NodeGreeting(Map.of("clr", "2.0.50727.1"))));
        assertFalse(ClrPlan.stopped(plan, new NodeGreeting(Map.of("clr", "4.0.30319.1"))));
        assertFalse(ClrPlan.stopped(plan, new NodeGreeting(Map.of("clr", ""))));
    }

    @Test
    void otherHostsHaveNoSuchChoice() {
        ClrPlan plan = ClrPlan.of(ClrHost.CLR4, true, PowerShellHost.PWSH, CLR2);
        assertInstanceOf(ClrPlan.InPlace.class, plan);
        assertEquals("", ClrPlan.guard(plan));
    }
}
