package org.poshremote.ui;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
class WorkbenchTest {
    @Test
    void hasAWindow() {
        assertNotNull(PlatformUI.getWorkbench().getActiveWorkbenchWindow());
    }
}
