package org.poshremote.wsman.auth.kerberos.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** In a JVM without the export, as most are. */
class TlsBindingTest {
    @Test
    void withoutTheExportThereIsNoneRatherThanAWrongOne() {
        assertFalse(TlsBinding.available());
    }
}
