package org.poshremote.swtbot.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotEclipseEditor;
import org.eclipse.swtbot.swt.finder.junit5.SWTBotJunit5Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.poshremote.swtbot.testing.Ide;

/** Writing a script where LSP4E talks to the language server. */
@ExtendWith(SWTBotJunit5Extension.class)
class EditorJourneysTest {
    private final Ide ide = new Ide();

    @AfterEach
    void tidy() {
        ide.tidy();
        Ide.assertLogClean();
    }

    @Test
    void aProblemIsFixed() {
        IFile script = ide.script("fix.ps1", "gci C:\\Windows");
        SWTBotEclipseEditor editor = ide.open(script);
        ide.until("the alias is reported", () -> !ide.problems(script).isEmpty());
        IMarker problem = ide.problems(script).getFirst();
        assertEquals("org.eclipse.lsp4e.diagnostic", ide.inUi(() -> type(problem)));
        editor.navigateTo(0, 1);
        List<String> fixes = editor.getQuickFixes();
        assertTrue(fixes.stream().anyMatch(fix -> fix.contains("Get-ChildItem")), fixes.toString());
        ide.picture("journey-fix");
    }

    private static String type(IMarker marker) {
        try {
            return marker.getType();
        } catch (org.eclipse.core.runtime.CoreException e) {
            throw new AssertionError(e);
        }
    }
}
