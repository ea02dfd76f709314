package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    @Test
    void namesAreKnownByUnsignedNumber() {
        assertEquals("E_ACCESSDENIED", ExitCodes.status(0x80070005L, Set.of()).name().orElseThrow());
        assertEquals("E_ACCESSDENIED", ExitCodes.status(-2147024891L, Set.of()).name().orElseThrow());
        assertEquals("STATUS_CONTROL_C_EXIT", ExitCodes.status(0xC000013AL, Set.of()).name().orElseThrow());
        assertEquals("3010 (ERROR_SUCCESS_REBOOT_REQUIRED)", ExitCodes.status(3010, Set.of()).toString());
        assertTrue(ExitCodes.status(3010, Set.of()).meaning().orElseThrow().contains("reboot"));
        assertEquals("42", ExitCodes.status(42, Set.of()).toString());
        assertEquals("3735928559 (0xDEADBEEF)", ExitCodes.status(0xDEADBEEFL, Set.of()).toString());
    }

    @Test
    void zeroAndTheCodesOfTheRunAreAccepted() {
        assertTrue(ExitCodes.status(0, Set.of()).accepted());
        assertFalse(ExitCodes.status(3010, Set.of()).accepted());
        assertTrue(ExitCodes.status(3010, Set.of(3010L)).accepted());
        assertTrue(ExitCodes.status(-1, Set.of(4294967295L)).accepted());
    }
}
